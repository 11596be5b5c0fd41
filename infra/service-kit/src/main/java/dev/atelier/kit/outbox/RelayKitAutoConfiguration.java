package dev.atelier.kit.outbox;

import dev.atelier.kit.kafka.KafkaClients;
import dev.atelier.kit.kafka.KafkaKitAutoConfiguration;
import dev.atelier.kit.mongo.Leases;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Gives a service with an outbox its relay. */
@AutoConfiguration(after = {OutboxKitAutoConfiguration.class, KafkaKitAutoConfiguration.class})
@ConditionalOnBean({Outbox.class, KafkaClients.class})
@ConditionalOnBooleanProperty(name = "atelier.outbox.relay", matchIfMissing = true)
@EnableConfigurationProperties(OutboxSettings.class)
class RelayKitAutoConfiguration {
    @Bean
    OutboxRelay outboxRelay(
            MongoTemplate mongo,
            Leases leases,
            KafkaClients clients,
            MeterRegistry meters,
            Clock clock,
            OutboxSettings settings,
            @Value("${spring.application.name}") String service) {
        var lanes = Arrays.stream(Lane.values()).collect(Collectors.toMap(Function.identity(), lane -> {
            var waiting = new Waiting(mongo, lane);
            return new LaneRelay(
                    service + "." + lane.text(),
                    waiting,
                    clients,
                    new RelayMeters(meters, clock, lane, waiting),
                    settings.batch());
        }));
        return new OutboxRelay(mongo, leases, settings.lease(), lanes);
    }
}
