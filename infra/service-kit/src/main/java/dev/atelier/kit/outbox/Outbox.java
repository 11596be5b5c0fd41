package dev.atelier.kit.outbox;

import com.mongodb.client.MongoCollection;
import dev.atelier.events.DomainEvent;
import dev.atelier.events.EntityState;
import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.MessageJson;
import dev.atelier.events.PublishedMessage;
import dev.atelier.events.id.UuidV7;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Stores messages to be published, in the transaction of the change that they describe. */
public final class Outbox {
    static final String COLLECTION = "outbox";

    /** In characters of JSON. Kafka accepts larger messages, and no event needs as much. */
    private static final int LONGEST = 256 * 1024;

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Supplier<@Nullable String> traceparent;

    Outbox(MongoTemplate mongo, Clock clock, Supplier<@Nullable String> traceparent) {
        this.mongo = mongo;
        this.clock = clock;
        this.traceparent = traceparent;
    }

    /**
     * Stores an event to be published.
     *
     * @param sequence the subject's own gapless counter, from 1, kept in its aggregate
     * @return the event's id
     * @throws IllegalStateException where no transaction is running
     * @throws IllegalArgumentException where the JSON is longer than 256 Ki characters
     */
    public UUID append(DomainEvent event, long sequence) {
        if (sequence < 1) {
            throw new IllegalArgumentException("a sequence starts at 1, not " + sequence);
        }
        return insert(event, sequence);
    }

    /**
     * Stores the whole current state of an entity to be published.
     *
     * @return the message's id
     * @throws IllegalStateException where no transaction is running
     */
    public UUID append(EntityState state) {
        return insert(state, state.version());
    }

    /**
     * The fields are those of Debezium's MongoDB outbox router, so that Debezium can replace the relay. The server
     * fills the empty {@code seq} with its cluster time, which defines the order of reading.
     */
    private UUID insert(PublishedMessage message, long sequence) {
        TransactionRunner.requireTransaction("appending to the outbox");
        var entry = MessageCatalogue.of(message.getClass());
        var id = UuidV7.next();
        var workspace = message.workspaceId();
        var payload = MessageJson.write(message);
        if (payload.length() > LONGEST) {
            throw new IllegalArgumentException(entry.type() + " is longer than " + LONGEST + " characters");
        }
        outbox().insertOne(new Document("_id", id.toString())
                .append("lane", OutboxLane.of(entry).text())
                .append("aggregatetype", entry.topic())
                .append("aggregateid", message.subject())
                .append("key", message.key())
                .append("type", entry.type())
                .append("payload", payload)
                .append("source", entry.source())
                .append("specversion", "1.0")
                .append("dataschema", entry.dataschema())
                .append("time", clock.instant().toString())
                .append("workspaceid", workspace == null ? null : workspace.toString())
                .append("sequence", sequence)
                .append("traceparent", traceparent.get())
                .append("seq", new BsonTimestamp()));
        return id;
    }

    private MongoCollection<Document> outbox() {
        return mongo.getCollection(COLLECTION);
    }
}
