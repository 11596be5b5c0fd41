package dev.atelier.notification.webhook.sending;

import dev.atelier.notification.webhook.delivery.Attempt;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One try as it went.
 *
 * @param retryAfter how long the endpoint asked to be left alone
 */
record Exchange(Attempt attempt, @Nullable Duration retryAfter) {
    private static final int GONE = 410;

    boolean gone() {
        var status = attempt.status();
        return status != null && status == GONE;
    }
}
