package dev.atelier.notification.webhook.dispatch;

import dev.atelier.notification.webhook.delivery.DeliveryAttempt;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt and what its response asked for.
 *
 * @param retryAfter the pause that the endpoint asked for; null if it asked for none
 */
record RecordedAttempt(DeliveryAttempt attempt, @Nullable Duration retryAfter) {
    private static final int GONE = 410;

    boolean gone() {
        var status = attempt.statusCode();
        return status != null && status == GONE;
    }
}
