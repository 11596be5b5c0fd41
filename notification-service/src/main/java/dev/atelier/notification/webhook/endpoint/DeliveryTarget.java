package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import java.net.URI;

/** An endpoint as the sending side knows it. */
public record DeliveryTarget(
        WorkspaceId workspaceId, WebhookEndpointId id, URI url, SigningSecret secret, boolean paused) {}
