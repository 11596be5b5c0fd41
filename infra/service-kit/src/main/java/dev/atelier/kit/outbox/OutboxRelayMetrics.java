package dev.atelier.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;

/**
 * Measures how far one lane is behind: {@code atelier.outbox.delay} (from append to publication),
 * {@code atelier.outbox.oldest} (age of the oldest waiting message, in seconds), {@code atelier.outbox.failures} (how
 * often the relay started again after a failure).
 */
final class OutboxRelayMetrics {
    private final Clock clock;
    private final Timer delay;
    private final Counter failures;

    OutboxRelayMetrics(MeterRegistry meters, Clock clock, OutboxLane lane, OutboxLaneStore outboxLaneStore) {
        this.clock = clock;
        this.delay =
                Timer.builder("atelier.outbox.delay").tag("lane", lane.text()).register(meters);
        this.failures = Counter.builder("atelier.outbox.failures")
                .tag("lane", lane.text())
                .register(meters);
        Gauge.builder("atelier.outbox.oldest", outboxLaneStore, this::age)
                .tag("lane", lane.text())
                .baseUnit("seconds")
                .strongReference(true)
                .register(meters);
    }

    void recordPublished(List<Document> batch) {
        batch.forEach(message -> delay.record(since(message)));
    }

    void recordFailure() {
        failures.increment();
    }

    private double age(OutboxLaneStore outboxLaneStore) {
        return outboxLaneStore
                .oldest()
                .map(oldest -> since(oldest).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private Duration since(Document message) {
        var elapsed = Duration.between(Instant.parse(message.getString("time")), clock.instant());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }
}
