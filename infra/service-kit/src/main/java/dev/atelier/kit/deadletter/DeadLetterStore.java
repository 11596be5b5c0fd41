package dev.atelier.kit.deadletter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.web.PageCursor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The dead letters of the service. An event is stored with its payload; a state message is only referenced, because it
 * may contain personal data and is still on its topic. Later events of the same subject are parked behind the failed
 * one, so that the order is kept. A dead letter expires when nobody replays it, and is deleted with its workspace.
 */
public final class DeadLetterStore {
    private static final String COLLECTION = "deadLetters";
    private static final String EXPIRES = "expiresAt";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoTemplate mongo;
    private final SubjectQueueStore subjectQueueStore;
    private final Clock clock;
    private final Duration kept;

    DeadLetterStore(MongoTemplate mongo, Clock clock, Duration kept) {
        this.mongo = mongo;
        this.subjectQueueStore = new SubjectQueueStore(mongo);
        this.clock = clock;
        this.kept = kept;
    }

    void createIndexes() {
        letters().createIndex(Indexes.ascending("line", "place"));
        letters()
                .createIndex(
                        Indexes.ascending("workspaceId"),
                        new IndexOptions().partialFilterExpression(type("workspaceId", BsonType.BINARY)));
        letters().createIndex(Indexes.ascending(EXPIRES), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        letters()
                .updateMany(exists(EXPIRES, false), set(EXPIRES, clock.instant().plus(kept)));
        subjectQueueStore.createIndex();
    }

    /**
     * Stores an event that cannot be handled or that waits behind one. Requires the transaction that stores the event
     * id in the inbox.
     */
    public void save(ConsumerRecord<String, String> record, DeadLetterReason reason) {
        TransactionRunner.requireTransaction("storing a dead letter");
        var subjectQueue = SubjectQueue.of(record);
        store(DeadLetter.of(record, reason, clock.instant())
                .withPayload(
                        record.value(),
                        subjectQueue,
                        subjectQueue == null ? 0 : subjectQueueStore.nextPosition(subjectQueue)));
    }

    /**
     * Stores a reference to a state message that cannot be handled, without its content. The same record twice is one
     * dead letter.
     */
    public void saveReference(ConsumerRecord<String, String> record, DeadLetterReason reason) {
        store(DeadLetter.of(record, reason, clock.instant()));
    }

    /**
     * Returns those of the queues that contain unhandled events, behind which later events must wait. Call it in the
     * transaction that handles or stores the later events.
     */
    public Set<SubjectQueue> findBlockedQueues(Collection<SubjectQueue> asked) {
        return subjectQueueStore.findNonEmpty(asked);
    }

    long count() {
        return letters().estimatedDocumentCount();
    }

    /** Returns a page of dead letters, newest first, that starts after the cursor (time and id). */
    List<DeadLetter> page(@Nullable PageCursor cursor, int most) {
        return letters()
                .find(cursor == null ? new Document() : behind(cursor.time(0), cursor.text(1)))
                .sort(descending("at", "_id"))
                .limit(most)
                .map(DeadLetter::of)
                .into(new ArrayList<>());
    }

    Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(
                letters().find(eq("_id", id)).map(DeadLetter::of).first());
    }

    /** Returns the first dead letter of a queue. */
    Optional<DeadLetter> head(SubjectQueue subjectQueue) {
        return Optional.ofNullable(letters()
                .find(eq("line", subjectQueue.id()))
                .sort(ascending("place"))
                .map(DeadLetter::of)
                .first());
    }

    List<SubjectQueue> findReleasedQueues() {
        return subjectQueueStore.findReleased();
    }

    /**
     * Counts an attempt before the dead letter is handled, so that one which ends the process is not retried forever.
     *
     * @return the number of attempts, this one included, since the last one that the process survived
     */
    int beginAttempt(DeadLetter letter) {
        var begun = letters()
                .findOneAndUpdate(
                        eq("_id", letter.id()),
                        inc("turns", 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return begun == null ? 0 : begun.getInteger("turns");
    }

    /** Resets the count of attempts: the attempt has ended and the process is still running. */
    void resetAttempts(DeadLetter letter) {
        letters().updateOne(eq("_id", letter.id()), set("turns", 0));
    }

    /**
     * Deletes up to {@code limit} dead letters of a workspace; {@link #repair} then releases the records behind them, as
     * it does for expired dead letters.
     */
    public int erase(WorkspaceId workspace, int limit) {
        var ids = letters()
                .find(eq("workspaceId", workspace.value()))
                .projection(include("_id"))
                .limit(limit)
                .map(letter -> letter.getString("_id"))
                .into(new ArrayList<>());
        return ids.isEmpty() ? 0 : (int) letters().deleteMany(in("_id", ids)).getDeletedCount();
    }

    /** Finds queues whose head disappeared without a replay or drop: it expired, or was deleted with its workspace. */
    List<SubjectQueue> findOrphanedQueues() {
        return Stream.concat(
                        subjectQueueStore.findStopped().stream()
                                .filter(subjectQueue -> head(subjectQueue)
                                        .map(DeadLetter::isParked)
                                        .orElse(true)),
                        subjectQueueStore.findReleased().stream()
                                .filter(subjectQueue -> head(subjectQueue).isEmpty()))
                .toList();
    }

    /**
     * Releases the records behind a dead letter that expired, and deletes a queue without dead letters. Requires a
     * transaction.
     */
    void repair(SubjectQueue subjectQueue) {
        TransactionRunner.requireTransaction("repairing a subject queue");
        subjectQueueStore.release(subjectQueue);
        if (head(subjectQueue).isEmpty()) {
            subjectQueueStore.delete(subjectQueue);
        }
    }

    /**
     * Removes a dead letter and releases the next one of its queue. Requires a transaction.
     *
     * @throws NotFound where another call removed it
     * @throws ParkedBehindEarlier where it is not the head of its queue
     */
    void remove(DeadLetter letter) {
        TransactionRunner.requireTransaction("removing a dead letter");
        if (letters().deleteOne(eq("_id", letter.id())).getDeletedCount() == 0) {
            throw new NotFound();
        }
        var subjectQueue = letter.line();
        if (subjectQueue != null) {
            head(subjectQueue)
                    .ifPresentOrElse(
                            next -> releaseNext(subjectQueue, letter, next),
                            () -> subjectQueueStore.delete(subjectQueue));
        }
    }

    private void releaseNext(SubjectQueue subjectQueue, DeadLetter letter, DeadLetter next) {
        if (next.place() < letter.place()) {
            throw new ParkedBehindEarlier(next.id());
        }
        subjectQueueStore.release(subjectQueue);
    }

    /**
     * Stores the new reason of a failed replay and stops the queue. Requires a transaction; does nothing where another
     * call removed the dead letter.
     */
    void updateReason(DeadLetter letter, DeadLetterReason reason) {
        TransactionRunner.requireTransaction("updating a dead letter");
        var stayed = letters()
                .updateOne(
                        eq("_id", letter.id()),
                        combine(set("reason", reason.kind()), set("explanation", reason.explanation())));
        var subjectQueue = letter.line();
        if (subjectQueue != null && stayed.getMatchedCount() == 1) {
            subjectQueueStore.stop(subjectQueue);
        }
    }

    private void store(DeadLetter letter) {
        letters()
                .replaceOne(
                        eq("_id", letter.id()),
                        letter.toDocument().append(EXPIRES, letter.at().plus(kept)),
                        UPSERT);
    }

    private static Bson behind(Instant at, String id) {
        return or(lt("at", at), and(eq("at", at), lt("_id", id)));
    }

    private MongoCollection<Document> letters() {
        return mongo.getCollection(COLLECTION);
    }
}
