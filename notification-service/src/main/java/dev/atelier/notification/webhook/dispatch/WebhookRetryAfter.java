package dev.atelier.notification.webhook.dispatch;

import dev.atelier.kit.http.RetryAfterHeader;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After} of a response, up to a maximum. */
final class WebhookRetryAfter {
    /** The maximum pause that an endpoint may ask for. */
    static final Duration LONGEST = Duration.ofDays(1);

    private WebhookRetryAfter() {}

    /** Returns null if the header is missing or invalid; else a pause from zero to one day. */
    static @Nullable Duration of(@Nullable String header, Instant now) {
        var wait = RetryAfterHeader.read(header, now);
        return wait == null || wait.compareTo(LONGEST) <= 0 ? wait : LONGEST;
    }
}
