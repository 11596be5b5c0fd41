package dev.atelier.kit.work;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A queue whose items a test processes one by one, for tests of handlers. */
public final class TestWorkQueue<T extends Record> {
    private final MongoTemplate mongo;
    private final WorkQueue<T> queue;

    public TestWorkQueue(String name, Class<T> payload, MongoTemplate mongo, TransactionTemplate transaction) {
        this.mongo = mongo;
        var store = new WorkItemStore(mongo);
        store.createIndexes();
        queue = new WorkQueue<>(
                name,
                payload,
                WorkQueuePolicy.DEFAULT,
                store,
                mongo.getConverter(),
                work -> transaction.executeWithoutResult(_ -> work.run()));
    }

    public WorkQueue<T> queue() {
        return queue;
    }

    /** Processes the next due item; false if there is none. */
    public boolean processNext(WorkHandler<T> handler) {
        return new WorkQueueWorker<>(queue, List.of(handler), new SimpleMeterRegistry()).tryOne();
    }

    /** Returns when an item is due. */
    public Instant dueAt(String id) {
        return queue.find(id).orElseThrow().dueAt();
    }

    /** Makes all items due that would be due at that time; the database's clock cannot be moved. */
    public void passUntil(Instant time) {
        mongo.getCollection("work_items")
                .updateMany(
                        new Document("dueAt", new Document("$lte", Date.from(time))),
                        new Document("$set", new Document("dueAt", Date.from(Instant.EPOCH))));
    }
}
