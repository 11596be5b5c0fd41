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

/** Where a service leaves what it says, in the transaction that makes it true. */
public final class Outbox {
    static final String COLLECTION = "outbox";

    /** In characters of JSON; far below what Kafka takes, far above what a fact needs. */
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
     * Leaves a fact to be published.
     *
     * @param sequence the subject's own gapless counter, from 1, kept in its aggregate
     * @return the event's identity
     * @throws IllegalStateException where no transaction is running
     * @throws IllegalArgumentException where its JSON is longer than 256 Ki characters
     */
    public UUID append(DomainEvent event, long sequence) {
        if (sequence < 1) {
            throw new IllegalArgumentException("a sequence begins at 1, not " + sequence);
        }
        return insert(event, sequence);
    }

    /**
     * Leaves a thing's whole current state to be published.
     *
     * @throws IllegalStateException where no transaction is running
     */
    public UUID append(EntityState state) {
        return insert(state, state.version());
    }

    /**
     * The fields are those of Debezium's MongoDB outbox router, so that it can take the relay's place. The server fills
     * the empty {@code seq} with its cluster time, which orders what is read.
     */
    private UUID insert(PublishedMessage message, long sequence) {
        TransactionRunner.demand("appending to the outbox");
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
