package dev.atelier.kit.state;

import dev.atelier.kit.deadletter.DeadLetterKitAutoConfiguration;
import dev.atelier.kit.deadletter.DeadLetters;
import dev.atelier.kit.kafka.Containers;
import dev.atelier.kit.kafka.KafkaClients;
import dev.atelier.kit.kafka.KafkaKitAutoConfiguration;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.observability.ReceivedTrace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Keeps a service's projections up to date. */
@AutoConfiguration(
        after = {StateKitAutoConfiguration.class, KafkaKitAutoConfiguration.class, DeadLetterKitAutoConfiguration.class
        })
@ConditionalOnBean({StateProjections.class, Containers.class, DeadLetters.class})
class StateConsumingKitAutoConfiguration {
    @Bean
    ChangesByTopic stateChanges(
            StateProjections projections,
            ObjectProvider<StateListener<?>> listeners,
            Rebuilds rebuilds,
            ReceivedTrace traces) {
        return new ChangesByTopic(
                projections, () -> new Listeners(listeners.orderedStream().toList()), rebuilds, traces);
    }

    @Bean
    StateDelivery stateDelivery(
            ChangesByTopic changes, MongoTemplate mongo, DeadLetters deadLetters, Transactions transactions) {
        return new StateDelivery(changes, new Positions(mongo), deadLetters, transactions);
    }

    @Bean
    StatesAgain statesAgain(ChangesByTopic changes, KafkaClients clients) {
        return new StatesAgain(changes, clients);
    }

    @Bean
    Rebuilding rebuilding(MongoTemplate mongo, KafkaClients clients, Rebuilds rebuilds, StateDelivery delivery) {
        return new Rebuilding(mongo, clients, rebuilds, delivery);
    }

    @Bean
    StateConsuming stateConsuming(
            StateProjections projections,
            MongoTemplate mongo,
            Containers containers,
            StateDelivery delivery,
            @Value("${spring.application.name}") String service) {
        return new StateConsuming(service + ".state", projections, new Positions(mongo), containers, delivery);
    }
}
