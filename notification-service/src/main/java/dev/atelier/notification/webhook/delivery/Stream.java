package dev.atelier.notification.webhook.delivery;

import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The events of one subject for one endpoint, which arrive in order. */
public record Stream(WorkspaceId workspaceId, EndpointId endpointId, UUID id) {
    /** The stream of a subject, always the same one. */
    public static Stream of(WorkspaceId workspace, EndpointId endpoint, String subject) {
        var name = (endpoint + "/" + subject).getBytes(StandardCharsets.UTF_8);
        return new Stream(workspace, endpoint, UUID.nameUUIDFromBytes(name));
    }
}
