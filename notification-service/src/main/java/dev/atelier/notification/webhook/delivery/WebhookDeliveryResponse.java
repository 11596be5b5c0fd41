package dev.atelier.notification.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in the log, as the manager sees it.
 *
 * @param webhookId value of the header {@code webhook-id} that the consumer receives
 * @param sequence number among the events of its subject for this endpoint
 * @param nextAttemptAt when the next attempt begins; null if it only waits for its turn
 * @param attemptCount how often sending was begun in total
 * @param uncertainAttempts number of attempts of which it is unknown whether they arrived
 * @param body the object {@code {type, timestamp, data}} that is sent; only when one delivery is requested
 * @param attempts the latest attempts, oldest first; only when one delivery is requested
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookDeliveryResponse(
        WebhookDeliveryId id,
        String webhookId,
        String type,
        String subject,
        long sequence,
        boolean test,
        DeliveryState state,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant finishedAt,
        long attemptCount,
        long uncertainAttempts,
        @Nullable Integer lastStatusCode,

        @Nullable @JsonRawValue @Schema(implementation = WebhookBodyResponse.class)
        String body,

        @Nullable List<DeliveryAttempt> attempts) {
    /**
     * The body that consumers receive.
     *
     * @param type type of the event
     * @param timestamp when the event happened
     * @param data the event's record, with {@code workspaceId}, {@code subject} and {@code sequence}
     */
    private record WebhookBodyResponse(String type, Instant timestamp, Map<String, Object> data) {}

    static WebhookDeliveryResponse line(WebhookDelivery delivery) {
        return of(delivery, null, null);
    }

    static WebhookDeliveryResponse whole(WebhookDelivery delivery) {
        return of(delivery, delivery.body(), delivery.attempts());
    }

    private static WebhookDeliveryResponse of(
            WebhookDelivery delivery, @Nullable String body, @Nullable List<DeliveryAttempt> attempts) {
        return new WebhookDeliveryResponse(
                delivery.id(),
                delivery.id().webhookId(),
                delivery.type(),
                delivery.subject(),
                delivery.sequence(),
                delivery.test(),
                delivery.state(),
                delivery.createdAt(),
                delivery.claim() == null ? delivery.notBefore() : null,
                delivery.finishedAt(),
                delivery.claims(),
                delivery.uncertain(),
                delivery.attempts().isEmpty()
                        ? null
                        : delivery.attempts().getLast().statusCode(),
                body,
                attempts);
    }
}
