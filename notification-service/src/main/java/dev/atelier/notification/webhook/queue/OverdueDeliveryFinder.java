package dev.atelier.notification.webhook.queue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Aggregates;
import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import dev.atelier.notification.webhook.delivery.DeliveryState;
import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Finds deliveries that no sender was woken for: due retries, expired claims and queues of crashed processes. */
@Component
public class OverdueDeliveryFinder {
    private final MongoTemplate mongo;

    OverdueDeliveryFinder(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Returns streams whose head is due, the longest overdue first. */
    @AcrossWorkspaces("polls for all workspaces at once")
    public List<DeliveryStream> streams(Instant now, int limit) {
        return mongo.getCollection(WebhookDeliveryStore.COLLECTION)
                .find(and(exists("notBefore"), lte("notBefore", now)))
                .sort(ascending("notBefore"))
                .projection(include("workspaceId", "endpointId", "stream"))
                .limit(limit)
                .map(OverdueDeliveryFinder::stream)
                .into(new ArrayList<>());
    }

    /** Returns all endpoints with waiting deliveries. */
    @AcrossWorkspaces("polls for all workspaces at once")
    public List<WaitingEndpoint> findWaitingEndpoints() {
        var key = new Document("workspaceId", "$workspaceId").append("endpointId", "$endpointId");
        return mongo.getCollection(WebhookDeliveryStore.COLLECTION)
                .aggregate(List.of(
                        Aggregates.match(and(exists("workspaceId"), eq("state", DeliveryState.WAITING.name()))),
                        Aggregates.group(key)))
                .hintString("heads")
                .map(row -> row.get("_id", Document.class))
                .map(row -> new WaitingEndpoint(
                        new WorkspaceId(row.get("workspaceId", UUID.class)),
                        new WebhookEndpointId(row.get("endpointId", UUID.class))))
                .into(new ArrayList<>());
    }

    private static DeliveryStream stream(Document row) {
        return new DeliveryStream(
                new WorkspaceId(row.get("workspaceId", UUID.class)),
                new WebhookEndpointId(row.get("endpointId", UUID.class)),
                row.get("stream", UUID.class));
    }

    /** An endpoint with waiting deliveries. */
    public record WaitingEndpoint(WorkspaceId workspaceId, WebhookEndpointId endpointId) {}
}
