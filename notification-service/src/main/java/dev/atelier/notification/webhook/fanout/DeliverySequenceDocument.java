package dev.atelier.notification.webhook.fanout;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** The last sequence number of a stream. */
@Document("webhook-streams")
@TypeAlias("webhook-stream")
@CompoundIndex(name = "of-endpoint", def = "{workspaceId: 1, endpointId: 1}")
record DeliverySequenceDocument(@Id UUID id, WorkspaceId workspaceId, WebhookEndpointId endpointId, long last)
        implements WorkspaceOwned {}
