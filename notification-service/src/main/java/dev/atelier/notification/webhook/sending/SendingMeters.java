package dev.atelier.notification.webhook.sending;

import dev.atelier.notification.webhook.claim.Claimed;
import dev.atelier.notification.webhook.delivery.Attempt;
import dev.atelier.notification.webhook.delivery.Result;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts tries by result, repeats after a crash, and the time from the event's coming in to its first arrival. */
@Component
class SendingMeters {
    private final Map<Result, Counter> tries = new EnumMap<>(Result.class);
    private final Timer arrival;

    SendingMeters(MeterRegistry meters) {
        for (var result : Result.values()) {
            tries.put(
                    result,
                    Counter.builder("atelier.webhooks.tries")
                            .description("Tries to deliver a webhook")
                            .tag("result", result.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        arrival = Timer.builder("atelier.webhooks.arrival")
                .description("From an event's coming in to its arrival at the endpoint, of first tries")
                .publishPercentileHistogram()
                .register(meters);
    }

    void tried(Attempt attempt, Claimed head) {
        count(attempt.result(), 1);
        count(Result.UNCERTAIN, head.uncertain());
        if (attempt.result() == Result.DELIVERED && head.claims() == 1) {
            arrival.record(Duration.between(head.createdAt(), attempt.at()).plusMillis(attempt.millis()));
        }
    }

    private void count(Result result, long times) {
        var counter = tries.get(result);
        if (counter != null && times > 0) {
            counter.increment((double) times);
        }
    }
}
