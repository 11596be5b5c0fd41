package dev.atelier.kit.inbox;

import dev.atelier.kit.deadletter.DeadLetterKitAutoConfiguration;
import dev.atelier.kit.deadletter.DeadLetters;
import dev.atelier.kit.kafka.Containers;
import dev.atelier.kit.kafka.KafkaKitAutoConfiguration;
import dev.atelier.kit.kafka.KafkaSettings;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.observability.ReceivedTrace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Brings facts to a service's listeners. */
@AutoConfiguration(after = {KafkaKitAutoConfiguration.class, DeadLetterKitAutoConfiguration.class})
@ConditionalOnBean({Containers.class, DeadLetters.class})
class InboxKitAutoConfiguration {
    @Bean
    Handlers eventHandlers(ObjectProvider<EventListener> listeners) {
        return new Handlers(listeners.orderedStream().toList());
    }

    @Bean
    FactsAgain factsAgain(Handlers handlers, ReceivedTrace traces) {
        return new FactsAgain(handlers, traces);
    }

    @Bean
    Consuming eventConsuming(
            Handlers handlers,
            MongoTemplate mongo,
            Clock clock,
            DeadLetters deadLetters,
            Transactions transactions,
            ReceivedTrace traces,
            MeterRegistry meters,
            Containers containers,
            KafkaSettings settings,
            @Value("${spring.application.name}") String service) {
        var inbox = new Inbox(mongo, clock);
        var delivery = new Delivery(handlers, inbox, deadLetters, transactions, traces, new InboxMeters(meters));
        return new Consuming(
                inbox,
                handlers.topics(),
                () -> containers.container(service, handlers.topics(), settings.consumers(), delivery));
    }
}
