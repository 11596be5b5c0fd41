package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a webhook endpoint of a workspace. */
public record WebhookEndpointId(UUID value) implements TypedId {
    public static WebhookEndpointId next() {
        return new WebhookEndpointId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
