package dev.atelier.kit.deadletter;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The subjects that have dead letters: one document for each, as long as it has any. Every transaction that adds or
 * removes a dead letter writes this document, so that an event that joins the queue and the removal of the last dead
 * letter cannot both commit; the one that loses is retried.
 */
final class SubjectQueueStore {
    private static final FindOneAndUpdateOptions JOINED =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoTemplate mongo;

    SubjectQueueStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void createIndex() {
        lines().createIndex(Indexes.ascending("moving"));
    }

    /** Adds one to the queue and returns its position; later ones have higher positions. */
    long nextPosition(SubjectQueue subjectQueue) {
        var joined = lines().findOneAndUpdate(
                        is(subjectQueue), combine(inc("places", 1L), setOnInsert("moving", false)), JOINED);
        return joined == null ? 0 : joined.getLong("places");
    }

    /** Returns those of the queues that are not empty. */
    Set<SubjectQueue> findNonEmpty(Collection<SubjectQueue> queues) {
        var found = lines().find(in("_id", queues.stream().map(SubjectQueue::id).toList()))
                .projection(include("_id"))
                .map(one -> one.getString("_id"))
                .into(new HashSet<>());
        var nonEmpty = new HashSet<>(queues);
        nonEmpty.removeIf(subjectQueue -> !found.contains(subjectQueue.id()));
        return nonEmpty;
    }

    /** Marks the queue as being released: its head is gone and the next one can be handled. */
    void release(SubjectQueue subjectQueue) {
        lines().updateOne(is(subjectQueue), combine(set("moving", true), inc("changes", 1L)));
    }

    /** Marks the queue as stopped: its head failed and the queue waits for an operator. */
    void stop(SubjectQueue subjectQueue) {
        lines().updateOne(is(subjectQueue), combine(set("moving", false), inc("changes", 1L)));
    }

    /** Deletes an empty queue. */
    void delete(SubjectQueue subjectQueue) {
        lines().deleteOne(is(subjectQueue));
    }

    List<SubjectQueue> findReleased() {
        return lines().find(eq("moving", true)).map(SubjectQueueStore::line).into(new ArrayList<>());
    }

    /** Returns the queues that are stopped. */
    List<SubjectQueue> findStopped() {
        return lines().find(eq("moving", false)).map(SubjectQueueStore::line).into(new ArrayList<>());
    }

    private static SubjectQueue line(Document found) {
        var id = found.getString("_id");
        var slash = id.indexOf('/');
        return new SubjectQueue(id.substring(0, slash), id.substring(slash + 1));
    }

    private static Bson is(SubjectQueue subjectQueue) {
        return eq("_id", subjectQueue.id());
    }

    private MongoCollection<Document> lines() {
        return mongo.getCollection("deadLetterLines");
    }
}
