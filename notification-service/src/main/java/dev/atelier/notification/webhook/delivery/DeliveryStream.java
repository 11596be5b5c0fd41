package dev.atelier.notification.webhook.delivery;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The events of one subject for one endpoint. They are delivered in order. */
public record DeliveryStream(WorkspaceId workspaceId, WebhookEndpointId endpointId, UUID id) {
    /** Returns the stream of a subject. The same subject and endpoint always give the same id. */
    public static DeliveryStream of(WorkspaceId workspace, WebhookEndpointId endpoint, String subject) {
        var name = (endpoint + "/" + subject).getBytes(StandardCharsets.UTF_8);
        return new DeliveryStream(workspace, endpoint, UUID.nameUUIDFromBytes(name));
    }
}
