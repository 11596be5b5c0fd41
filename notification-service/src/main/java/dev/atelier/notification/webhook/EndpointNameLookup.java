package dev.atelier.notification.webhook;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import java.util.Optional;

/** What people call the webhook endpoints of a workspace. */
public interface EndpointNameLookup {
    /** The manager's own words for it, else its host; empty where there is no such endpoint any more. */
    Optional<String> find(WorkspaceId workspace, WebhookEndpointId endpoint);
}
