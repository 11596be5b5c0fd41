package dev.atelier.kit.outbox;

import dev.atelier.kit.mongo.MongoKitAutoConfiguration;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Configures the outbox for services with MongoDB. */
@AutoConfiguration(
        after = MongoKitAutoConfiguration.class,
        afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@ConditionalOnClass(MongoTemplate.class)
@ConditionalOnBean(MongoTemplate.class)
public class OutboxKitAutoConfiguration {
    @Bean
    Outbox outbox(
            MongoTemplate mongo, Clock clock, ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Outbox(
                mongo,
                clock,
                new TraceparentSupplier(
                        SingletonSupplier.ofNullable(tracer::getIfAvailable),
                        SingletonSupplier.ofNullable(propagator::getIfAvailable)));
    }
}
