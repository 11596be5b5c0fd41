package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;

/** What follows an endpoint's changes, after they are committed. */
public interface EndpointChangeListener {
    /** Whatever waits may go out at once. */
    default void resumed(WorkspaceId workspace, WebhookEndpointId endpoint) {}

    /** Its address or its pause is another one now. */
    default void changed(WebhookEndpointId endpoint) {}

    /** Nothing will go there any more. */
    void deleted(WorkspaceId workspace, WebhookEndpointId endpoint);
}
