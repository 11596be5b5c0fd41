package dev.atelier.notification.webhook.delivery;

import dev.atelier.events.id.TypedId;
import dev.atelier.events.id.UuidV7;
import java.util.UUID;

/** One event for one endpoint; the same over all its tries. */
public record WebhookDeliveryId(UUID value) implements TypedId {
    public static WebhookDeliveryId next() {
        return new WebhookDeliveryId(UuidV7.next());
    }

    /** The header {@code webhook-id}, by which a consumer knows a repetition. */
    public String webhookId() {
        return "msg_" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
