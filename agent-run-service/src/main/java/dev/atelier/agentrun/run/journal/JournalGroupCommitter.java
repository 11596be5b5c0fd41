package dev.atelier.agentrun.run.journal;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import dev.atelier.kit.work.WorkerPool;
import dev.atelier.kit.work.WorkerThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes entries of many runs with one journalled {@code insertMany}. An entry waits for the current write; the next
 * write contains all entries that arrived in the meantime, at most {@value #LARGEST}. The write is unordered, and each
 * error goes to the run that caused it.
 */
@Component
class JournalGroupCommitter implements SmartLifecycle, WorkerPool {
    private static final int LARGEST = 256;

    /**
     * Maximum number of bytes of one entry. Everything in an entry has a smaller limit. MongoDB's limit is 16 MB; one
     * larger document makes the whole write fail.
     */
    static final int LONGEST_LINE = 8 * 1024 * 1024;

    private static final int DUPLICATE = 11000;

    private final MongoTemplate mongo;
    private final LinkedBlockingQueue<PendingEntry> waiting = new LinkedBlockingQueue<>();
    private final WorkerThread thread = WorkerThread.platform("journal-commit", this::commitNext);

    JournalGroupCommitter(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Writes the entry and returns when it is durable.
     *
     * @throws JournalEntryTooLong before the entry joins a write
     */
    void append(JournalEntry entry) {
        var encoded = encoded(entry);
        if (encoded.getByteBuffer().remaining() > LONGEST_LINE) {
            throw new JournalEntryTooLong(entry.id(), LONGEST_LINE);
        }
        var pendingEntry = new PendingEntry(entry.id(), encoded, new CompletableFuture<>());
        waiting.add(pendingEntry);
        try {
            pendingEntry.written().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    RawBsonDocument encoded(JournalEntry entry) {
        var document = new Document();
        mongo.getConverter().write(JournalDocument.of(entry), document);
        return new RawBsonDocument(document, mongo.getDb().getCodecRegistry().get(Document.class));
    }

    @Override
    public void start() {
        thread.start();
    }

    private void commitNext() throws InterruptedException {
        var collection = mongo.getDb()
                .getCollection(JournalDocument.COLLECTION, RawBsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        do {
            var batch = new ArrayList<PendingEntry>();
            batch.add(waiting.take());
            waiting.drainTo(batch, LARGEST - 1);
            commit(collection, batch);
        } while (!waiting.isEmpty());
    }

    private static void commit(MongoCollection<RawBsonDocument> collection, List<PendingEntry> batch) {
        try {
            collection.insertMany(
                    batch.stream().map(PendingEntry::document).toList(), new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                batch.forEach(p -> p.written().completeExceptionally(e));
                return;
            }
            for (var error : e.getWriteErrors()) {
                var refused = batch.get(error.getIndex());
                refused.written().completeExceptionally(error.getCode() == DUPLICATE ? new RunFenced(refused.id()) : e);
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(p -> p.written().completeExceptionally(e));
            return;
        }
        batch.forEach(p -> p.written().complete(true));
    }

    @Override
    public void stop() {
        thread.stop();
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
        return thread.alive();
    }

    /** Starts before the workers and stops after them. */
    @Override
    public int getPhase() {
        return 0;
    }

    private record PendingEntry(String id, RawBsonDocument document, CompletableFuture<Boolean> written) {}
}
