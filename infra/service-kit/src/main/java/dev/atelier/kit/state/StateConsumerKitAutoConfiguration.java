package dev.atelier.kit.state;

import dev.atelier.kit.deadletter.DeadLetterKitAutoConfiguration;
import dev.atelier.kit.deadletter.DeadLetterStore;
import dev.atelier.kit.kafka.BatchListenerContainerFactory;
import dev.atelier.kit.kafka.KafkaClientFactory;
import dev.atelier.kit.kafka.KafkaKitAutoConfiguration;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.observability.ConsumerTracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Configures the consumer that keeps a service's projections up to date. */
@AutoConfiguration(
        after = {StateKitAutoConfiguration.class, KafkaKitAutoConfiguration.class, DeadLetterKitAutoConfiguration.class
        })
@ConditionalOnBean({StateProjectionRegistry.class, BatchListenerContainerFactory.class, DeadLetterStore.class})
class StateConsumerKitAutoConfiguration {
    @Bean
    ProjectionUpdaterRegistry stateChanges(
            StateProjectionRegistry projections,
            ObjectProvider<EntityStateHandler<?>> listeners,
            RebuildStore rebuildStore,
            ConsumerTracer traces) {
        return new ProjectionUpdaterRegistry(
                projections,
                () -> new StateHandlerRegistry(listeners.orderedStream().toList()),
                rebuildStore,
                traces);
    }

    @Bean
    StateBatchListener stateDelivery(
            ProjectionUpdaterRegistry changes,
            MongoTemplate mongo,
            DeadLetterStore deadLetterStore,
            TransactionRunner transactionRunner) {
        return new StateBatchListener(changes, new ProjectionOffsetStore(mongo), deadLetterStore, transactionRunner);
    }

    @Bean
    StateReplayHandler statesAgain(ProjectionUpdaterRegistry changes, KafkaClientFactory clients) {
        return new StateReplayHandler(changes, clients);
    }

    @Bean
    ProjectionRebuilder rebuilding(
            MongoTemplate mongo, KafkaClientFactory clients, RebuildStore rebuildStore, StateBatchListener delivery) {
        return new ProjectionRebuilder(mongo, clients, rebuildStore, delivery);
    }

    @Bean
    StateConsumerLifecycle stateConsuming(
            StateProjectionRegistry projections,
            MongoTemplate mongo,
            BatchListenerContainerFactory batchListenerContainerFactory,
            StateBatchListener delivery,
            @Value("${spring.application.name}") String service) {
        return new StateConsumerLifecycle(
                service + ".state",
                projections,
                new ProjectionOffsetStore(mongo),
                batchListenerContainerFactory,
                delivery);
    }
}
