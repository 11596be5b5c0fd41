package dev.atelier.notification.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the manager sees it in the log.
 *
 * @param webhookId what the consumer sees in the header {@code webhook-id}
 * @param sequence its number among the events of its subject for this endpoint
 * @param nextTry when it is tried again; null where that depends on nothing but its turn
 * @param tries how often it was sent, or begun to be sent, in all
 * @param uncertain how often it may have arrived without our knowing
 * @param body the object {@code {type, timestamp, data}} that was sent; in a single delivery only
 * @param attempts the latest tries, oldest first; in a single delivery only
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
        @Nullable Instant nextTry,
        @Nullable Instant finishedAt,
        long tries,
        long uncertain,
        @Nullable Integer lastStatus,

        @Nullable @JsonRawValue @Schema(implementation = WebhookBodyResponse.class)
        String body,

        @Nullable List<DeliveryAttempt> attempts) {
    /**
     * What consumers get.
     *
     * @param type of the event
     * @param timestamp when it happened
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
                        : delivery.attempts().getLast().status(),
                body,
                attempts);
    }
}
