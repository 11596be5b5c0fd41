package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import java.net.URI;

/** What sending a delivery needs of its endpoint. */
public record DeliveryTarget(
        WorkspaceId workspaceId, WebhookEndpointId id, URI url, SigningSecret secret, boolean paused) {}
