package dev.atelier.kit.deletion;

import dev.atelier.kit.access.Access;
import dev.atelier.kit.work.Workers;
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

/** Lets every service that holds things of workspaces remove them when they are deleted. */
@AutoConfiguration(afterName = "dev.atelier.kit.access.AccessKitAutoConfiguration")
@ConditionalOnBean({Access.class, MongoTemplate.class})
class DeletionKitAutoConfiguration {
    @Bean(initMethod = "createIndexes")
    Deletions deletions(MongoTemplate mongo, Clock clock, ApplicationEventPublisher wakes) {
        return new Deletions(mongo, clock, wakes);
    }

    @Bean
    ErasingOwned erasingOwned(MongoTemplate mongo, MongoMappingContext documents) {
        return new ErasingOwned(mongo, documents);
    }

    @Bean
    GoingAlong goingAlong(ObjectProvider<Erasing> erasings) {
        return new GoingAlong(erasings.orderedStream().toList());
    }

    @Bean
    Workers deletionWorkers(Deletions deletions, ObjectProvider<Erasing> erasings) {
        return new Workers(
                "deletion", 1, new Erasure(deletions, erasings.orderedStream().toList())::tryOne);
    }

    @Bean
    Waking deletionWaking(Workers deletionWorkers) {
        return new Waking(deletionWorkers);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "atelier.access.projection", matchIfMissing = true)
    DeletionListener deletionListener(Deletions deletions) {
        return new DeletionListener(deletions);
    }

    /** Wakes the worker once the deletion is there to be seen. */
    static class Waking {
        private final Workers workers;

        Waking(Workers workers) {
            this.workers = workers;
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
        void on(Deletions.DeletionAccepted accepted) {
            workers.wake();
        }
    }
}
