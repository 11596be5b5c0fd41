package dev.atelier.notification.webhook.delivery;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt with its request and response, truncated and without secrets.
 *
 * @param url without the value of its query
 * @param requestHeaders as sent, with the signature masked
 * @param statusCode status of the response; null if there was none
 * @param responseBody the first 2,000 characters of the response body
 * @param error what happened instead of a successful response
 */
public record DeliveryAttempt(
        Instant attemptedAt,
        long durationMillis,
        AttemptResult result,
        @NotPersonal("the address of a system") String url,
        List<LoggedHeader> requestHeaders,
        @Nullable Integer statusCode,
        List<LoggedHeader> responseHeaders,

        @PersonalData(
                category = Category.TECHNICAL,
                purpose = "What the manager's own system answered, so that they see why a delivery failed.",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = "30 days after the delivery, or until the endpoint is deleted.")
        @Nullable String responseBody,

        @NotPersonal("a sentence of ours") @Nullable String error) {
    public DeliveryAttempt {
        requestHeaders = List.copyOf(requestHeaders);
        responseHeaders = List.copyOf(responseHeaders);
    }

    /** A header; values that authenticate are masked. */
    public record LoggedHeader(
            @NotPersonal("a name") String name,
            @NotPersonal("a system's word") String value) {}

    /** A claim whose result nobody stored. */
    public static DeliveryAttempt uncertain(Instant at) {
        return new DeliveryAttempt(
                at,
                0,
                AttemptResult.UNCERTAIN,
                "",
                List.of(),
                null,
                List.of(),
                null,
                "The sender ended before it noted the answer.");
    }
}
