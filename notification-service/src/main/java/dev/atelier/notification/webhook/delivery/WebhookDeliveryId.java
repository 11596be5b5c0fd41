package dev.atelier.notification.webhook.delivery;

import dev.atelier.events.id.TypedId;
import dev.atelier.events.id.UuidV7;
import java.util.UUID;

/** Identifies one event for one endpoint; the same in all attempts. */
public record WebhookDeliveryId(UUID value) implements TypedId {
    public static WebhookDeliveryId next() {
        return new WebhookDeliveryId(UuidV7.next());
    }

    /** Returns the value of the header {@code webhook-id}, by which a consumer recognises a repetition. */
    public String webhookId() {
        return "msg_" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
