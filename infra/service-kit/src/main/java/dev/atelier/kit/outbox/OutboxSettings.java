package dev.atelier.kit.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this instance publishes the outbox.
 *
 * @param relay whether this instance may be the relay; off where Debezium does it
 * @param lease how long a dead relay holds the place, at most 5 s
 * @param batch most messages in one Kafka transaction, 1 to 5000
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
