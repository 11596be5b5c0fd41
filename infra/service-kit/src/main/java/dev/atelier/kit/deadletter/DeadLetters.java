package dev.atelier.kit.deadletter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import dev.atelier.kit.kafka.Wire;
import dev.atelier.kit.web.Cursor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The service's dead letters. A fact is kept whole; a state is only referenced, since it may hold personal data and its
 * topic has it. Later facts of the same subject are parked behind the one that failed, so that order is kept.
 */
public final class DeadLetters {
    private static final String COLLECTION = "deadLetters";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoTemplate mongo;
    private final Clock clock;

    DeadLetters(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    void createIndex() {
        letters().createIndex(Indexes.ascending("subject"));
    }

    /** Keeps a fact that cannot be handled, or that waits behind one. The same record twice is one letter. */
    public void keep(ConsumerRecord<String, String> record, Reason reason) {
        letters()
                .replaceOne(
                        eq("_id", origin(record)), letter(record, reason).append("payload", record.value()), UPSERT);
    }

    /** Notes a state that cannot be handled, without its content. */
    public void reference(ConsumerRecord<String, String> record, Reason reason) {
        letters().replaceOne(eq("_id", origin(record)), letter(record, reason), UPSERT);
    }

    /** Which of the subjects have a fact that was not handled; theirs wait. */
    public Set<String> waiting(Collection<String> subjects) {
        return letters()
                .find(in("subject", subjects))
                .projection(include("subject"))
                .map(one -> one.getString("subject"))
                .into(new HashSet<>());
    }

    long count() {
        return letters().estimatedDocumentCount();
    }

    /** The newest first, from behind a cursor of time and id on. */
    List<Document> page(@Nullable Cursor cursor, int most) {
        return letters()
                .find(cursor == null ? new Document() : behind(cursor.time(0), cursor.text(1)))
                .sort(descending("at", "_id"))
                .limit(most)
                .into(new ArrayList<>());
    }

    static Instant time(Document letter) {
        return letter.getDate("at").toInstant();
    }

    private static Bson behind(Instant at, String id) {
        return or(lt("at", at), and(eq("at", at), lt("_id", id)));
    }

    private Document letter(ConsumerRecord<String, ?> record, Reason reason) {
        return new Document("topic", record.topic())
                .append("partition", record.partition())
                .append("offset", record.offset())
                .append("key", record.key())
                .append("subject", Wire.header(record.headers(), Wire.SUBJECT))
                .append("type", Wire.header(record.headers(), Wire.TYPE))
                .append("headers", headers(record))
                .append("reason", reason.kind())
                .append("explanation", reason.explanation())
                .append("at", clock.instant());
    }

    private static Map<String, String> headers(ConsumerRecord<String, ?> record) {
        var headers = new HashMap<String, String>();
        for (var header : record.headers()) {
            var text = Wire.header(record.headers(), header.key());
            headers.put(header.key(), text == null ? "" : text);
        }
        return headers;
    }

    private static String origin(ConsumerRecord<String, ?> record) {
        return "%s/%d/%d".formatted(record.topic(), record.partition(), record.offset());
    }

    private MongoCollection<Document> letters() {
        return mongo.getCollection(COLLECTION);
    }
}
