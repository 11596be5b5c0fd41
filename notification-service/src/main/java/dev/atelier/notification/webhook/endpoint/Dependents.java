package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.WorkspaceId;

/** What follows an endpoint's changes, after they are committed. */
public interface Dependents {
    /** Whatever waits may go out at once. */
    default void resumed(WorkspaceId workspace, EndpointId endpoint) {}

    /** Its address or its pause is another one now. */
    default void changed(EndpointId endpoint) {}

    /** Nothing will go there any more. */
    void deleted(WorkspaceId workspace, EndpointId endpoint);
}
