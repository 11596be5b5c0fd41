package dev.atelier.kit.inbox;

import dev.atelier.kit.deadletter.DeadLetterKitAutoConfiguration;
import dev.atelier.kit.deadletter.DeadLetterStore;
import dev.atelier.kit.kafka.BatchListenerContainerFactory;
import dev.atelier.kit.kafka.KafkaKitAutoConfiguration;
import dev.atelier.kit.kafka.KafkaSettings;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.observability.ConsumerTracer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Consumes events and passes them to the {@link DomainEventHandler}s of a service. */
@AutoConfiguration(after = {KafkaKitAutoConfiguration.class, DeadLetterKitAutoConfiguration.class})
@ConditionalOnBean({BatchListenerContainerFactory.class, DeadLetterStore.class})
class InboxKitAutoConfiguration {
    @Bean
    EventHandlerRegistry eventHandlers(ObjectProvider<DomainEventHandler> listeners) {
        return new EventHandlerRegistry(listeners.orderedStream().toList());
    }

    @Bean
    EventReplayHandler eventReplayHandler(EventHandlerRegistry eventHandlerRegistry, ConsumerTracer traces) {
        return new EventReplayHandler(eventHandlerRegistry, traces);
    }

    @Bean
    EventConsumerLifecycle eventConsumerLifecycle(
            EventHandlerRegistry eventHandlerRegistry,
            MongoTemplate mongo,
            Clock clock,
            DeadLetterStore deadLetterStore,
            TransactionRunner transactionRunner,
            ConsumerTracer traces,
            MeterRegistry meters,
            BatchListenerContainerFactory batchListenerContainerFactory,
            KafkaSettings settings,
            @Value("${spring.application.name}") String service) {
        var inboxStore = new InboxStore(mongo, clock);
        var eventBatchListener = new EventBatchListener(
                eventHandlerRegistry, inboxStore, deadLetterStore, transactionRunner, traces, new InboxMetrics(meters));
        return new EventConsumerLifecycle(
                inboxStore,
                eventHandlerRegistry.topics(),
                () -> batchListenerContainerFactory.createContainer(
                        service, eventHandlerRegistry.topics(), settings.consumers(), eventBatchListener));
    }
}
