package dev.atelier.kit.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of Kafka.
 *
 * @param enabled whether topics are created, the outbox is relayed and topics are consumed; off in tests without Kafka
 * @param partitions of a topic that is created here: 3 on one machine, 12 on a cluster
 * @param replication of a topic that is created here: 1 on one machine, 3 on a cluster
 * @param consumers threads that consume events in this instance, at most as many as there are partitions
 */
@ConfigurationProperties("atelier.kafka")
public record KafkaSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("3") int partitions,
        @DefaultValue("1") short replication,
        @DefaultValue("1") int consumers) {
    static final Duration EVENTS_KEPT = Duration.ofDays(14);
    static final Duration STATES_COMPACTED_WITHIN = Duration.ofDays(1);

    public KafkaSettings {
        if (partitions < 1 || replication < 1 || consumers < 1) {
            throw new IllegalArgumentException("atelier.kafka: partitions, replication, consumers must be at least 1");
        }
    }
}
