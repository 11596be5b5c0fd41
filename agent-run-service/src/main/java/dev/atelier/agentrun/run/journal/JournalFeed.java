package dev.atelier.agentrun.run.journal;

import com.mongodb.MongoException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import dev.atelier.kit.work.WorkerPool;
import dev.atelier.kit.work.WorkerThread;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Notifies this instance's listeners of every new entry of every journal, with one MongoDB change stream. An entry that
 * cannot be read is skipped and counted ({@code atelier.journal.unreadable}). The instance is not ready while the feed
 * is stopped or has read nothing for 30 seconds.
 */
@Component
public class JournalFeed implements SmartLifecycle, WorkerPool {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);

    /** The change stream returns at least every second, also without new entries. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final MongoTemplate mongo;
    private final Counter unreadable;
    private final List<JournalListener> listeners = new CopyOnWriteArrayList<>();
    private final WorkerThread thread = WorkerThread.platform("journal-feed", this::read);
    private @Nullable BsonDocument seen;
    private volatile long read = System.nanoTime();

    JournalFeed(MongoTemplate mongo, MeterRegistry meters) {
        this.mongo = mongo;
        this.unreadable = meters.counter("atelier.journal.unreadable");
    }

    public void addListener(JournalListener listener) {
        listeners.add(listener);
    }

    public void removeListener(JournalListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void start() {
        read = System.nanoTime();
        thread.start();
    }

    private void read() throws InterruptedException {
        try (var changes = open(seen)) {
            if (seen == null) {
                listeners.forEach(JournalListener::onFeedRestarted);
            }
            while (isRunning()) {
                var change = changes.tryNext();
                read = System.nanoTime();
                seen = changes.getResumeToken();
                if (change != null && change.getFullDocument() != null) {
                    notifyListeners(change.getFullDocument());
                }
            }
        } catch (MongoException | IllegalStateException e) {
            if (isRunning()) {
                LOG.warn(
                        "The journal's change stream failed and is opened again: {}",
                        e.getClass().getSimpleName());
                seen = e instanceof MongoException broken && isNotResumable(broken) ? null : seen;
                Thread.sleep(200);
            }
        }
    }

    /**
     * An entry that this build cannot read has no listener that waits for it; later entries are delivered all the same.
     */
    private void notifyListeners(Document line) {
        JournalEntry entry;
        try {
            entry = mongo.getConverter().read(JournalDocument.class, line).entry();
        } catch (RuntimeException | Error e) {
            unreadable.increment();
            LOG.error("Journal entry {} cannot be read and is skipped", line.get("_id"), e);
            return;
        }
        notifyListeners(entry);
    }

    /**
     * Whether the server cannot resume the change stream; then the listeners are notified that they may have missed
     * entries.
     */
    private static boolean isNotResumable(MongoException e) {
        return !e.hasErrorLabel("ResumableChangeStreamError") && e.getCode() > 0;
    }

    @AcrossWorkspaces("an instance executes runs of all workspaces")
    private MongoChangeStreamCursor<ChangeStreamDocument<Document>> open(@Nullable BsonDocument after) {
        var changes = mongo.getCollection(JournalDocument.COLLECTION)
                .watch(List.of(Aggregates.match(Filters.eq("operationType", "insert"))))
                .maxAwaitTime(1, TimeUnit.SECONDS);
        return after == null ? changes.cursor() : changes.resumeAfter(after).cursor();
    }

    private void notifyListeners(JournalEntry entry) {
        for (var listener : listeners) {
            try {
                listener.onEntry(entry);
            } catch (RuntimeException | Error e) {
                LOG.warn("A journal listener failed for an entry of run {}", entry.runId(), e);
            }
        }
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    @Override
    public String name() {
        return thread.name();
    }

    @Override
    public int size() {
        return thread.size();
    }

    @Override
    public int alive() {
        return hasReadWithin(SILENCE) ? thread.alive() : 0;
    }

    boolean hasReadWithin(Duration silence) {
        return System.nanoTime() - read < silence.toNanos();
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
