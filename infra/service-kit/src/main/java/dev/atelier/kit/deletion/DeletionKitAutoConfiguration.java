package dev.atelier.kit.deletion;

import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.deadletter.DeadLetterKitAutoConfiguration;
import dev.atelier.kit.deadletter.DeadLetterStore;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.work.WorkItemStore;
import dev.atelier.kit.work.WorkQueue;
import dev.atelier.kit.work.WorkQueueFactory;
import dev.atelier.kit.work.WorkQueuePolicy;
import dev.atelier.kit.work.WorkerThreadPool;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Deletes the data of deleted workspaces, projects and actions in every service that holds such data. */
@AutoConfiguration(
        after = DeadLetterKitAutoConfiguration.class,
        afterName = {
            "dev.atelier.kit.access.AccessKitAutoConfiguration",
            "dev.atelier.kit.work.WorkQueueKitAutoConfiguration"
        })
@ConditionalOnBean({WorkspaceAuthorization.class, MongoTemplate.class})
class DeletionKitAutoConfiguration {
    /** A deletion that removes nothing more is retried for ten days before it is given up and an operator has to look. */
    private static final WorkQueuePolicy POLICY = WorkQueuePolicy.DEFAULT
            .withAttempts(1000)
            .withBackoff(Duration.ofSeconds(1), Duration.ofMinutes(15))
            .withLease(Duration.ofSeconds(10));

    @Bean
    WorkQueue<DeletionJob> deletionQueue(WorkQueueFactory queues) {
        return queues.createQueue("deletions", DeletionJob.class, POLICY);
    }

    @Bean
    WorkQueue<DeletionJob> lowPriorityDeletionQueue(WorkQueueFactory queues) {
        return queues.createQueue("expired-data-deletions", DeletionJob.class, POLICY);
    }

    @Bean(initMethod = "createIndexes")
    DeletionStore deletions(
            MongoTemplate mongo,
            WorkQueue<DeletionJob> deletionQueue,
            WorkQueue<DeletionJob> lowPriorityDeletionQueue,
            Clock clock) {
        return new DeletionStore(mongo, new DeletionQueues(deletionQueue, lowPriorityDeletionQueue), clock);
    }

    @Bean
    WorkspaceOwnedEraser workspaceOwnedEraser(MongoTemplate mongo, MongoMappingContext documents) {
        return new WorkspaceOwnedEraser(mongo, documents);
    }

    @Bean
    @ConditionalOnBean(DeadLetterStore.class)
    DeadLetterEraser deadLetterEraser(DeadLetterStore letters) {
        return new DeadLetterEraser(letters);
    }

    @Bean
    @ConditionalOnBean(WorkItemStore.class)
    WorkItemEraser workItemEraser(WorkItemStore items) {
        return new WorkItemEraser(items);
    }

    @Bean
    DeletionImpactCounter deletionImpactCounter(ObjectProvider<DataEraser> erasings) {
        return new DeletionImpactCounter(erasings.orderedStream().toList());
    }

    @Bean
    DeletionWorker deletionWorker(
            DeletionStore deletionStore,
            ObjectProvider<DataEraser> erasers,
            TransactionRunner transactionRunner,
            Clock clock) {
        return new DeletionWorker(deletionStore, erasers.orderedStream().toList(), transactionRunner, clock);
    }

    @Bean
    WorkerThreadPool deletionWorkers(
            WorkQueueFactory queues, WorkQueue<DeletionJob> deletionQueue, DeletionWorker deletionWorker) {
        return queues.createWorkers(deletionQueue, 1, List.of(deletionWorker));
    }

    @Bean
    WorkerThreadPool lowPriorityDeletionWorkers(
            WorkQueueFactory queues, WorkQueue<DeletionJob> lowPriorityDeletionQueue, DeletionWorker deletionWorker) {
        return queues.createWorkers(lowPriorityDeletionQueue, 1, List.of(deletionWorker));
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "atelier.access.projection", matchIfMissing = true)
    DeletionEventHandler deletionEventHandler(DeletionStore deletionStore) {
        return new DeletionEventHandler(deletionStore);
    }
}
