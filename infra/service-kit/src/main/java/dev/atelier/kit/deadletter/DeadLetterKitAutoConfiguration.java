package dev.atelier.kit.deadletter;

import dev.atelier.kit.mongo.MongoKitAutoConfiguration;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.outbox.OutboxKitAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Gives a service with MongoDB its dead letters, their meter, and what an operator does about them. */
@AutoConfiguration(after = {MongoKitAutoConfiguration.class, OutboxKitAutoConfiguration.class})
@ConditionalOnBean(MongoTemplate.class)
@EnableConfigurationProperties(DeadLetterSettings.class)
public class DeadLetterKitAutoConfiguration {
    @Bean(initMethod = "createIndexes")
    DeadLetters deadLetters(MongoTemplate mongo, Clock clock, DeadLetterSettings settings) {
        return new DeadLetters(mongo, clock, settings.kept());
    }

    @Bean
    DeadLetterErasing deadLetterErasing(DeadLetters letters) {
        return new DeadLetterErasing(letters);
    }

    @Bean
    Replays deadLetterReplays(
            DeadLetters letters,
            ObjectProvider<SecondAttempt> attempts,
            Transactions transactions,
            Outbox outbox,
            Clock clock,
            @Value("${spring.application.name:service}") String service) {
        return new Replays(letters, attempts::orderedStream, transactions, new OperatorActs(service, outbox, clock));
    }

    @Bean
    Releasing deadLetterReleasing(DeadLetters letters, Replays replays, Transactions transactions, Clock clock) {
        return new Releasing(letters, replays, transactions, clock);
    }

    /** {@code atelier.deadletters}: how many wait for an operator. */
    @Bean
    MeterBinder deadLetterCount(DeadLetters letters) {
        return meters -> Gauge.builder("atelier.deadletters", letters, DeadLetters::count)
                .register(meters);
    }

    @Bean
    @ConditionalOnWebApplication
    DeadLetterController deadLetterController(DeadLetters letters, Replays replays, Releasing releasing) {
        return new DeadLetterController(letters, replays, releasing);
    }
}
