package dev.atelier.notification.webhook.dispatch;

import dev.atelier.kit.http.RetryAfterHeader;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an endpoint asks for with the header {@code Retry-After}, within our limit. */
final class WebhookRetryAfter {
    /** Nobody is left alone for longer. */
    static final Duration LONGEST = Duration.ofDays(1);

    private WebhookRetryAfter() {}

    /** Null where there is none or it cannot be read; not longer than a day, never negative. */
    static @Nullable Duration of(@Nullable String header, Instant now) {
        var wait = RetryAfterHeader.read(header, now);
        return wait == null || wait.compareTo(LONGEST) <= 0 ? wait : LONGEST;
    }
}
