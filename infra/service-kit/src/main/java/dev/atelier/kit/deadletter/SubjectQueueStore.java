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
 * Which subjects have letters: a document for each, as long as it has any. Whatever adds a letter or takes one away
 * writes it, so that of a fact that joins and the last letter that leaves only one commits and the other looks again.
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

    /** The place of one more letter; later ones have higher numbers. */
    long join(SubjectQueue subjectQueue) {
        var joined = lines().findOneAndUpdate(
                        is(subjectQueue), combine(inc("places", 1L), setOnInsert("moving", false)), JOINED);
        return joined == null ? 0 : joined.getLong("places");
    }

    /** Those of the lines in which somebody waits. */
    Set<SubjectQueue> standing(Collection<SubjectQueue> lines) {
        var found = lines().find(in("_id", lines.stream().map(SubjectQueue::id).toList()))
                .projection(include("_id"))
                .map(one -> one.getString("_id"))
                .into(new HashSet<>());
        var standing = new HashSet<>(lines);
        standing.removeIf(subjectQueue -> !found.contains(subjectQueue.id()));
        return standing;
    }

    /** Its head is gone and the next one's turn has come. */
    void moveOn(SubjectQueue subjectQueue) {
        lines().updateOne(is(subjectQueue), combine(set("moving", true), inc("changes", 1L)));
    }

    /** Its head failed; the line stands until an operator does something. */
    void stop(SubjectQueue subjectQueue) {
        lines().updateOne(is(subjectQueue), combine(set("moving", false), inc("changes", 1L)));
    }

    /** Nobody is left. */
    void close(SubjectQueue subjectQueue) {
        lines().deleteOne(is(subjectQueue));
    }

    List<SubjectQueue> moving() {
        return lines().find(eq("moving", true)).map(SubjectQueueStore::line).into(new ArrayList<>());
    }

    /** Those in which nobody's turn has come. */
    List<SubjectQueue> standing() {
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
