package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.WorkspaceId;
import java.net.URI;

/** An endpoint as the sending side knows it. */
public record Target(WorkspaceId workspaceId, EndpointId id, URI url, SigningSecret secret, boolean paused) {}
