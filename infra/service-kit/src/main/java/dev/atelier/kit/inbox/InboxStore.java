package dev.atelier.kit.inbox;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The ids of the events that this service has handled. They are kept for 90 days, longer than records stay on any topic
 * and longer than dead letters.
 */
final class InboxStore {
    private static final long DAYS = 90;

    private final MongoTemplate mongo;
    private final Clock clock;

    InboxStore(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    void createIndex() {
        notes().createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(DAYS, TimeUnit.DAYS));
    }

    Set<UUID> findSeen(Collection<UUID> ids) {
        return notes().find(in("_id", ids))
                .projection(include("_id"))
                .map(note -> note.get("_id", UUID.class))
                .into(new HashSet<>());
    }

    /**
     * Stores ids in the transaction of the effects; fails where another transaction has stored one of them meanwhile.
     */
    void add(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            var at = clock.instant();
            notes().insertMany(ids.stream()
                    .map(id -> new Document("_id", id).append("at", at))
                    .toList());
        }
    }

    private MongoCollection<Document> notes() {
        return mongo.getCollection("inbox");
    }
}
