package dev.atelier.kit.deletion;

import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.deadletter.DeadLetterKitAutoConfiguration;
import dev.atelier.kit.deadletter.DeadLetterStore;
import dev.atelier.kit.work.WorkItemStore;
import dev.atelier.kit.work.WorkerThreadPool;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Deletes the data of deleted workspaces, projects and actions in every service that holds such data. */
@AutoConfiguration(
        after = DeadLetterKitAutoConfiguration.class,
        afterName = {
            "dev.atelier.kit.access.AccessKitAutoConfiguration",
            "dev.atelier.kit.work.WorkQueueKitAutoConfiguration"
        })
@ConditionalOnBean({WorkspaceAuthorization.class, MongoTemplate.class})
class DeletionKitAutoConfiguration {
    @Bean(initMethod = "createIndexes")
    DeletionStore deletions(MongoTemplate mongo, Clock clock, ApplicationEventPublisher wakes) {
        return new DeletionStore(mongo, clock, wakes);
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
    WorkerThreadPool deletionWorkers(DeletionStore deletionStore, ObjectProvider<DataEraser> erasings) {
        return new WorkerThreadPool(
                "deletion",
                1,
                new DeletionWorker(deletionStore, erasings.orderedStream().toList())::tryOne);
    }

    @Bean
    DeletionWakeup deletionWakeup(WorkerThreadPool deletionWorkers) {
        return new DeletionWakeup(deletionWorkers);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "atelier.access.projection", matchIfMissing = true)
    DeletionEventHandler deletionEventHandler(DeletionStore deletionStore) {
        return new DeletionEventHandler(deletionStore);
    }

    /** Wakes the worker after the transaction that accepted the deletion has committed. */
    static class DeletionWakeup {
        private final WorkerThreadPool workerThreadPool;

        DeletionWakeup(WorkerThreadPool workerThreadPool) {
            this.workerThreadPool = workerThreadPool;
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
        void on(DeletionStore.DeletionAccepted accepted) {
            workerThreadPool.wake();
        }
    }
}
