package dev.atelier.notification.webhook;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import java.util.Optional;

/** Finds the names of webhook endpoints for texts. */
public interface EndpointNameLookup {
    /** Returns the endpoint's description, else its host; empty if the endpoint does not exist any more. */
    Optional<String> find(WorkspaceId workspace, WebhookEndpointId endpoint);
}
