package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;

/** Is called after changes of endpoints have been committed. */
public interface EndpointChangeListener {
    /** The waiting deliveries may be sent at once. */
    default void resumed(WorkspaceId workspace, WebhookEndpointId endpoint) {}

    /** The address changed, or the endpoint was paused. */
    default void changed(WebhookEndpointId endpoint) {}

    /** Nothing is sent to this endpoint any more. */
    void deleted(WorkspaceId workspace, WebhookEndpointId endpoint);
}
