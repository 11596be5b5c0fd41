package dev.atelier.notification.webhook.dispatch;

import dev.atelier.notification.webhook.delivery.DeliveryAttempt;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One try as it went.
 *
 * @param retryAfter how long the endpoint asked to be left alone
 */
record RecordedAttempt(DeliveryAttempt attempt, @Nullable Duration retryAfter) {
    private static final int GONE = 410;

    boolean gone() {
        var status = attempt.status();
        return status != null && status == GONE;
    }
}
