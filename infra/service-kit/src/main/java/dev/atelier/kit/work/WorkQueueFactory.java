package dev.atelier.kit.work;

import dev.atelier.kit.mongo.TransactionRunner;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Creates the queues of a service and their workers; the service declares both as beans. */
public final class WorkQueueFactory {
    private final WorkItemStore store;
    private final MongoConverter converter;
    private final TransactionRunner transactionRunner;
    private final MeterRegistry meters;

    WorkQueueFactory(
            WorkItemStore store, MongoConverter converter, TransactionRunner transactionRunner, MeterRegistry meters) {
        this.store = store;
        this.converter = converter;
        this.transactionRunner = transactionRunner;
        this.meters = meters;
    }

    /**
     * Creates a queue.
     *
     * @param name in kebab-case, unique in the service
     */
    public <T extends Record> WorkQueue<T> queue(String name, Class<T> payload, WorkQueuePolicy policy) {
        return new WorkQueue<>(name, payload, policy, store, converter, transactionRunner::run);
    }

    /**
     * Creates the workers of this instance. They only claim items whose kind has a handler here.
     *
     * @param count number of items that are processed at the same time
     */
    public <T extends Record> WorkerThreadPool workers(
            WorkQueue<T> queue, int count, Collection<? extends WorkHandler<T>> handlers) {
        var pool = new WorkerThreadPool(queue.name(), count, new WorkQueueWorker<>(queue, handlers, meters));
        queue.onEnqueued(pool::wake);
        return pool;
    }
}
