package dev.atelier.kit.outbox;

import dev.atelier.kit.kafka.KafkaClientFactory;
import dev.atelier.kit.kafka.KafkaKitAutoConfiguration;
import dev.atelier.kit.mongo.LeaseStore;
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

/** Configures the relay for services with an outbox. */
@AutoConfiguration(after = {OutboxKitAutoConfiguration.class, KafkaKitAutoConfiguration.class})
@ConditionalOnBean({Outbox.class, KafkaClientFactory.class})
@ConditionalOnBooleanProperty(name = "atelier.outbox.relay", matchIfMissing = true)
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxRelayKitAutoConfiguration {
    @Bean
    OutboxRelay outboxRelay(
            MongoTemplate mongo,
            LeaseStore leaseStore,
            KafkaClientFactory clients,
            MeterRegistry meters,
            Clock clock,
            OutboxSettings settings,
            @Value("${spring.application.name}") String service) {
        var lanes = Arrays.stream(OutboxLane.values()).collect(Collectors.toMap(Function.identity(), lane -> {
            var outboxLaneStore = new OutboxLaneStore(mongo, lane);
            return new OutboxLaneRelay(
                    service + "." + lane.text(),
                    outboxLaneStore,
                    clients,
                    new OutboxRelayMetrics(meters, clock, lane, outboxLaneStore),
                    settings.batch());
        }));
        return new OutboxRelay(mongo, leaseStore, settings.lease(), lanes);
    }
}
