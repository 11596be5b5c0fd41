package dev.atelier.kit.deadletter;

import dev.atelier.kit.mongo.MongoKitAutoConfiguration;
import dev.atelier.kit.mongo.TransactionRunner;
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

/** Provides a service that uses MongoDB with dead letters, their metric and the API for operators. */
@AutoConfiguration(after = {MongoKitAutoConfiguration.class, OutboxKitAutoConfiguration.class})
@ConditionalOnBean(MongoTemplate.class)
@EnableConfigurationProperties(DeadLetterSettings.class)
public class DeadLetterKitAutoConfiguration {
    @Bean(initMethod = "createIndexes")
    DeadLetterStore deadLetters(MongoTemplate mongo, Clock clock, DeadLetterSettings settings) {
        return new DeadLetterStore(mongo, clock, settings.kept());
    }

    @Bean
    DeadLetterReplayer deadLetterReplayer(
            DeadLetterStore letters,
            ObjectProvider<ReplayHandler> attempts,
            TransactionRunner transactionRunner,
            Outbox outbox,
            Clock clock,
            @Value("${spring.application.name:service}") String service) {
        return new DeadLetterReplayer(
                letters,
                attempts::orderedStream,
                transactionRunner,
                new OperatorActionPublisher(service, outbox, clock));
    }

    @Bean
    ParkedEventReleaser parkedEventReleaser(
            DeadLetterStore letters,
            DeadLetterReplayer deadLetterReplayer,
            TransactionRunner transactionRunner,
            Clock clock) {
        return new ParkedEventReleaser(letters, deadLetterReplayer, transactionRunner, clock);
    }

    /** {@code atelier.deadletters}: the number of dead letters. */
    @Bean
    MeterBinder deadLetterCount(DeadLetterStore letters) {
        return meters -> Gauge.builder("atelier.deadletters", letters, DeadLetterStore::count)
                .register(meters);
    }

    @Bean
    @ConditionalOnWebApplication
    DeadLetterController deadLetterController(
            DeadLetterStore letters, DeadLetterReplayer deadLetterReplayer, ParkedEventReleaser parkedEventReleaser) {
        return new DeadLetterController(letters, deadLetterReplayer, parkedEventReleaser);
    }
}
