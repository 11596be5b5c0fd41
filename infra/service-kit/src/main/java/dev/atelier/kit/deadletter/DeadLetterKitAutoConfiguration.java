package dev.atelier.kit.deadletter;

import dev.atelier.kit.mongo.MongoKitAutoConfiguration;
import dev.atelier.kit.mongo.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Gives a service with MongoDB its dead letters, their meter, and what an operator does about them. */
@AutoConfiguration(after = MongoKitAutoConfiguration.class)
@ConditionalOnBean(MongoTemplate.class)
public class DeadLetterKitAutoConfiguration {
    @Bean(initMethod = "createIndexes")
    DeadLetters deadLetters(MongoTemplate mongo, Clock clock) {
        return new DeadLetters(mongo, clock);
    }

    @Bean
    Replays deadLetterReplays(DeadLetters letters, ObjectProvider<SecondAttempt> attempts, Transactions transactions) {
        return new Replays(letters, attempts::orderedStream, transactions);
    }

    @Bean
    Releasing deadLetterReleasing(DeadLetters letters, Replays replays, Clock clock) {
        return new Releasing(letters, replays, clock);
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
