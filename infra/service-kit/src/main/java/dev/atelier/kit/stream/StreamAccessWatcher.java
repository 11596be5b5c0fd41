package dev.atelier.kit.stream;

import com.mongodb.MongoException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import dev.atelier.kit.work.WorkerPool;
import dev.atelier.kit.work.WorkerThread;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Watches this service's projections of memberships, projects and workspaces through one change stream of the
 * database, whichever instance stored the changes. Starts with the first stream, so that a service without streams has
 * no cost.
 */
final class StreamAccessWatcher implements SmartLifecycle, WorkerPool {
    private static final Logger LOG = LoggerFactory.getLogger(StreamAccessWatcher.class);
    private static final List<String> PROJECTIONS = List.of("state.memberships", "state.projects", "state.workspaces");
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final MongoTemplate mongo;
    private volatile boolean running = true;
    private @Nullable WorkerThread reader;

    StreamAccessWatcher(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Starts watching; does nothing where it is already started.
     *
     * @param changed receives the key of the changed state; null where changes may have been missed
     */
    synchronized void start(Consumer<@Nullable String> changed) {
        if (reader == null && running) {
            var begun = WorkerThread.platform("rights-watch", () -> watch(changed));
            reader = begun;
            begun.start();
        }
    }

    private void watch(Consumer<@Nullable String> changed) throws InterruptedException {
        try (var changes = open()) {
            // Changes before the cursor was open may have been missed, so all streams check again.
            changed.accept(null);
            while (running) {
                var change = changes.tryNext();
                if (change != null) {
                    changed.accept(key(change));
                }
            }
        } catch (MongoException | IllegalStateException e) {
            if (running) {
                LOG.warn(
                        "The change stream of access rights failed and is reopened: {}",
                        e.getClass().getSimpleName());
                TimeUnit.NANOSECONDS.sleep(PAUSE);
            }
        }
    }

    /** Returns null for a projection that was replaced: all streams must check again. */
    private static @Nullable String key(ChangeStreamDocument<Document> change) {
        BsonDocument key = change.getDocumentKey();
        return key != null && key.get("_id") instanceof BsonString id ? id.getValue() : null;
    }

    @AcrossWorkspaces("an instance serves streams of all workspaces")
    private MongoChangeStreamCursor<ChangeStreamDocument<Document>> open() {
        return mongo.getDb()
                .watch(List.of(
                        Aggregates.match(
                                Filters.or(Filters.in("ns.coll", PROJECTIONS), Filters.in("to.coll", PROJECTIONS))),
                        Aggregates.project(Projections.include("documentKey", "operationType", "ns", "to"))))
                .maxAwaitTime(1, TimeUnit.SECONDS)
                .cursor();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (reader != null) {
            reader.interrupt();
            reader = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public String name() {
        return "rights-watch";
    }

    @Override
    public synchronized int size() {
        return reader == null ? 0 : reader.size();
    }

    @Override
    public synchronized int alive() {
        return reader == null ? 0 : reader.alive();
    }
}
