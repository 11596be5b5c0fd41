package dev.atelier.kit.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the outbox relay.
 *
 * @param relay whether this instance may be the relay; false where Debezium publishes the outbox
 * @param lease how long the lease of a dead relay blocks the other instances, at most 5 s
 * @param batch maximum number of messages in one Kafka transaction, 1 to 5000
 */
@ConfigurationProperties("atelier.outbox")
record OutboxSettings(
        @DefaultValue("true") boolean relay,
        @DefaultValue("5s") Duration lease,
        @DefaultValue("500") int batch) {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    OutboxSettings {
        if (lease.compareTo(LONGEST) > 0 || !lease.isPositive()) {
            throw new IllegalArgumentException("atelier.outbox.lease must be above 0 and at most 5s");
        }
        if (batch < 1 || batch > 5_000) {
            throw new IllegalArgumentException("atelier.outbox.batch must be 1 to 5000");
        }
    }
}
