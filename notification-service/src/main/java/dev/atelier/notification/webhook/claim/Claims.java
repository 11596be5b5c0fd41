package dev.atelier.notification.webhook.claim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.atelier.notification.webhook.delivery.Deliveries;
import dev.atelier.notification.webhook.delivery.DeliveryId;
import dev.atelier.notification.webhook.delivery.State;
import dev.atelier.notification.webhook.delivery.Stream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Who may send a head now: one process, for a limited time by the database's clock. */
@Component
public class Claims {
    private final MongoTemplate mongo;

    Claims(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Takes the head of a stream; empty where nothing waits, another process has it or its time has not come.
     *
     * @param lease must be longer than a try can last
     */
    public Optional<Claimed> head(Stream stream, Duration lease) {
        var token = UUID.randomUUID();
        // What is missing sorts before every time.
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
                                eq("state", State.WAITING.name())),
                        List.of(new Document("$set", taken)),
                        new FindOneAndUpdateOptions()
                                .sort(ascending("sequence"))
                                .projection(exclude("attempts"))
                                .returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(head)
                .filter(one -> token.equals(one.get("claim", UUID.class)))
                .map(one -> claimed(one, stream, token));
    }

    private static Claimed claimed(Document head, Stream stream, UUID token) {
        return new Claimed(
                new DeliveryId(head.get("_id", UUID.class)),
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
        return mongo.getCollection(Deliveries.COLLECTION);
    }
}
