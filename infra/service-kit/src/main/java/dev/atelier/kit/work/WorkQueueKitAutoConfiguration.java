package dev.atelier.kit.work;

import dev.atelier.kit.mongo.LeaseStore;
import dev.atelier.kit.mongo.MongoKitAutoConfiguration;
import dev.atelier.kit.mongo.TransactionRunner;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Work queues and scheduled tasks for services with MongoDB, and the queue of batch jobs for services with a {@link BatchJobHandler}. */
@AutoConfiguration(
        after = MongoKitAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBean({MongoTemplate.class, MeterRegistry.class})
class WorkQueueKitAutoConfiguration {
    @Bean(initMethod = "createIndexes")
    WorkItemStore workItemStore(MongoTemplate mongo) {
        return new WorkItemStore(mongo);
    }

    @Bean
    WorkQueueFactory workQueueFactory(
            WorkItemStore store, MongoTemplate mongo, TransactionRunner transactionRunner, MeterRegistry meters) {
        return new WorkQueueFactory(store, mongo.getConverter(), transactionRunner, meters);
    }

    @Bean
    LeasedTaskFactory leasedTaskFactory(LeaseStore leaseStore, MeterRegistry meters) {
        return new LeasedTaskFactory(leaseStore, meters);
    }

    @Bean
    WorkQueueMetrics workQueueMetrics(ObjectProvider<WorkQueue<?>> queues) {
        return new WorkQueueMetrics(queues::orderedStream);
    }

    @Bean
    @ConditionalOnWebApplication
    WorkQueueController workQueueController(ObjectProvider<WorkQueue<?>> queues) {
        return new WorkQueueController(queues);
    }

    /** Batch jobs remove access, so they are attempted for more than an hour before they are given up. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(BatchJobHandler.class)
    static class BatchJobConfiguration {
        private static final WorkQueuePolicy POLICY =
                WorkQueuePolicy.DEFAULT.withAttempts(100).withLease(Duration.ofSeconds(10));

        @Bean
        WorkQueue<BatchJob> batchJobs(WorkQueueFactory queues) {
            return queues.createQueue("batch-jobs", BatchJob.class, POLICY);
        }

        @Bean
        WorkerThreadPool batchJobWorkers(
                WorkQueueFactory queues, WorkQueue<BatchJob> batchJobs, List<BatchJobHandler> handlers) {
            return queues.createWorkers(
                    batchJobs,
                    1,
                    handlers.stream().map(BatchJobWorkHandler::new).toList());
        }
    }
}
