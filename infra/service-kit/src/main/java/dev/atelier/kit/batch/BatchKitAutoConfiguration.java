package dev.atelier.kit.batch;

import dev.atelier.kit.work.WorkerThreadPool;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Provides a service that has a {@link BatchJobHandler} with the queue of its jobs and a worker. */
@AutoConfiguration(
        afterName = {
            "dev.atelier.kit.mongo.MongoKitAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean({MongoTemplate.class, BatchJobHandler.class})
class BatchKitAutoConfiguration {
    @Bean(initMethod = "createIndexes")
    BatchJobQueue batchJobQueue(MongoTemplate mongo, Clock clock, ApplicationEventPublisher events) {
        return new BatchJobQueue(mongo, clock, events);
    }

    @Bean
    WorkerThreadPool batchJobWorkers(BatchJobQueue queue, List<BatchJobHandler> handlers, MeterRegistry meters) {
        return new WorkerThreadPool("batch-jobs", 1, new BatchJobWorker(queue, handlers, meters)::tryOne);
    }

    @Bean
    BatchJobWakeUp batchJobWakeUp(WorkerThreadPool batchJobWorkers) {
        return new BatchJobWakeUp(batchJobWorkers);
    }

    /** Wakes the worker after the transaction that queued the job has committed. */
    static class BatchJobWakeUp {
        private final WorkerThreadPool workerThreadPool;

        BatchJobWakeUp(WorkerThreadPool workerThreadPool) {
            this.workerThreadPool = workerThreadPool;
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
        void on(BatchJobQueue.BatchJobQueued queued) {
            workerThreadPool.wake();
        }
    }
}
