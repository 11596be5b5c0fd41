package dev.atelier.notification.webhook.queue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.atelier.notification.webhook.delivery.DeliveryState;
import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryId;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Claims heads of streams: one process may send a head, for a limited time by the database's clock. */
@Component
public class DeliveryClaimStore {
    private final MongoTemplate mongo;

    DeliveryClaimStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Claims the head of a stream. Empty if nothing waits, another process holds a claim, or the head is not due.
     *
     * @param lease duration of the claim; must be longer than an attempt can last
     */
    public Optional<ClaimedDelivery> claimHead(DeliveryStream stream, Duration lease) {
        var token = UUID.randomUUID();
        // A missing value sorts before every time.
        var free = new Document("$lte", List.of("$notBefore", "$$NOW"));
        var taken = new Document("claim", when(free, token, "$claim"))
                .append("claims", when(free, new Document("$add", List.of("$claims", 1L)), "$claims"))
                .append(
                        "notBefore",
                        when(free, new Document("$add", List.of("$$NOW", lease.toMillis())), "$notBefore"));
        var head = deliveries()
                .findOneAndUpdate(
                        and(
                                eq("workspaceId", stream.workspaceId().value()),
                                eq("endpointId", stream.endpointId().value()),
                                eq("stream", stream.id()),
                                eq("state", DeliveryState.WAITING.name())),
                        List.of(new Document("$set", taken)),
                        new FindOneAndUpdateOptions()
                                .sort(ascending("sequence"))
                                .projection(exclude("attempts"))
                                .returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(head)
                .filter(one -> token.equals(one.get("claim", UUID.class)))
                .map(one -> claimed(one, stream, token));
    }

    private static ClaimedDelivery claimed(Document head, DeliveryStream stream, UUID token) {
        return new ClaimedDelivery(
                new WebhookDeliveryId(head.get("_id", UUID.class)),
                stream,
                token,
                head.getString("body"),
                head.getBoolean("test"),
                head.getDate("createdAt").toInstant(),
                head.getInteger("tries"),
                head.getLong("claims"),
                head.getLong("noted"));
    }

    private static Document when(Document condition, Object then, Object otherwise) {
        return new Document("$cond", List.of(condition, then, otherwise));
    }

    private MongoCollection<Document> deliveries() {
        return mongo.getCollection(WebhookDeliveryStore.COLLECTION);
    }
}
