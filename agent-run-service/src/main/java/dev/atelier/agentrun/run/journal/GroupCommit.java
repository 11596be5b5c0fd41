package dev.atelier.agentrun.run.journal;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.bson.Document;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the steps of many runs with one journalled {@code insertMany}: a step waits for the write under way and then
 * goes with all that gathered meanwhile, at most {@value #LARGEST}. The write is unordered, and each error goes back to
 * the run it belongs to.
 */
@Component
class GroupCommit implements SmartLifecycle {
    private static final int LARGEST = 256;
    private static final int DUPLICATE = 11000;

    private final MongoTemplate mongo;
    private final LinkedBlockingQueue<Pending> waiting = new LinkedBlockingQueue<>();
    private volatile boolean running;

    GroupCommit(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void append(Entry entry) {
        var document = new Document();
        mongo.getConverter().write(Line.of(entry), document);
        var pending = new Pending(document, new CompletableFuture<>());
        waiting.add(pending);
        try {
            pending.written().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("journal-commit").daemon().start(this::commitAll);
    }

    private void commitAll() {
        var collection =
                mongo.getDb().getCollection(Line.COLLECTION).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        while (running || !waiting.isEmpty()) {
            try {
                var batch = new ArrayList<Pending>();
                batch.add(waiting.take());
                waiting.drainTo(batch, LARGEST - 1);
                commit(collection, batch);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void commit(MongoCollection<Document> collection, List<Pending> batch) {
        try {
            collection.insertMany(
                    batch.stream().map(Pending::document).toList(), new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                batch.forEach(p -> p.written().completeExceptionally(e));
                return;
            }
            for (var error : e.getWriteErrors()) {
                var refused = batch.get(error.getIndex());
                refused.written().completeExceptionally(error.getCode() == DUPLICATE ? new LostRun(refused.id()) : e);
            }
        } catch (RuntimeException e) {
            batch.forEach(p -> p.written().completeExceptionally(e));
            return;
        }
        batch.forEach(p -> p.written().complete(true));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before the workers and stops after them. */
    @Override
    public int getPhase() {
        return 0;
    }

    private record Pending(Document document, CompletableFuture<Boolean> written) {
        String id() {
            return document.getString("_id");
        }
    }
}
