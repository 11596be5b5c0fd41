package dev.atelier.notification.webhook.dispatch;

import dev.atelier.notification.webhook.delivery.AttemptResult;
import dev.atelier.notification.webhook.delivery.DeliveryAttempt;
import dev.atelier.notification.webhook.queue.ClaimedDelivery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts attempts by result, including uncertain ones, and measures the time from queueing an event to its delivery at
 * the first attempt.
 */
@Component
class DeliveryMetrics {
    private final Map<AttemptResult, Counter> tries = new EnumMap<>(AttemptResult.class);
    private final Timer arrival;

    DeliveryMetrics(MeterRegistry meters) {
        for (var result : AttemptResult.values()) {
            tries.put(
                    result,
                    Counter.builder("atelier.webhooks.tries")
                            .description("Attempts to deliver a webhook")
                            .tag("result", result.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        arrival = Timer.builder("atelier.webhooks.arrival")
                .description("Time from queueing an event to its delivery, first attempts only")
                .publishPercentileHistogram()
                .register(meters);
    }

    void recordAttempt(DeliveryAttempt attempt, ClaimedDelivery head) {
        count(attempt.result(), 1);
        count(AttemptResult.UNCERTAIN, head.uncertain());
        if (attempt.result() == AttemptResult.DELIVERED && head.claims() == 1) {
            arrival.record(
                    Duration.between(head.createdAt(), attempt.attemptedAt()).plusMillis(attempt.durationMillis()));
        }
    }

    private void count(AttemptResult result, long times) {
        var counter = tries.get(result);
        if (counter != null && times > 0) {
            counter.increment((double) times);
        }
    }
}
