package dev.atelier.kit.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Reads and deletes the outbox documents of one lane. */
final class OutboxLaneStore {
    private static final Bson IN_ORDER = Indexes.ascending("lane", "seq");

    private final MongoTemplate mongo;
    private final OutboxLane lane;

    OutboxLaneStore(MongoTemplate mongo, OutboxLane lane) {
        this.mongo = mongo;
        this.lane = lane;
    }

    static void createIndex(MongoTemplate mongo) {
        mongo.getCollection(Outbox.COLLECTION).createIndex(IN_ORDER);
    }

    /** Reads with a snapshot, so that no message of a subject is read without its earlier ones. */
    List<Document> read(int most) {
        return outbox().withReadConcern(ReadConcern.SNAPSHOT)
                .find(ofLane())
                .sort(ascending("seq"))
                .limit(most)
                .batchSize(most + 1)
                .into(new ArrayList<>());
    }

    /** Deletes in order, so that a crash never leaves an earlier message of a subject without its later ones. */
    void delete(Collection<String> ids) {
        if (!ids.isEmpty()) {
            outbox().deleteMany(and(ofLane(), in("_id", ids)), new DeleteOptions().hint(IN_ORDER));
        }
    }

    Optional<Document> oldest() {
        return Optional.ofNullable(
                outbox().find(ofLane()).sort(ascending("seq")).first());
    }

    /** Returns the topics and the earliest time of all waiting messages; empty where none waits. */
    Optional<LaneBacklog> backlog() {
        var topics = new TreeSet<String>();
        var since = Instant.MAX;
        for (var one : outbox().find(ofLane()).projection(new Document("aggregatetype", 1).append("time", 1))) {
            topics.add(one.getString("aggregatetype"));
            var time = Instant.parse(one.getString("time"));
            since = time.isBefore(since) ? time : since;
        }
        return topics.isEmpty() ? Optional.empty() : Optional.of(new LaneBacklog(topics, since));
    }

    private Bson ofLane() {
        return eq("lane", lane.text());
    }

    private MongoCollection<Document> outbox() {
        return mongo.getCollection(Outbox.COLLECTION);
    }

    /**
     * The messages that wait in a lane.
     *
     * @param since the earliest time of a message; its Kafka timestamp is the same
     */
    record LaneBacklog(Set<String> topics, Instant since) {}
}
