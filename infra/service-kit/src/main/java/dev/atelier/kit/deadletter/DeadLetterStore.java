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
 * The service's dead letters. A fact is kept whole; a state is only referenced, since it may hold personal data and its
 * topic has it. Later facts of the same subject are parked behind the one that failed, so that order is kept. A letter that
 * nobody replayed in its time is given up, and one of a deleted workspace goes with it.
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

    /** In the transaction that notes it as seen: keeps a fact that cannot be handled, or that waits behind one. */
    public void keep(ConsumerRecord<String, String> record, DeadLetterReason reason) {
        TransactionRunner.demand("keeping a dead letter");
        var subjectQueue = SubjectQueue.of(record);
        store(DeadLetter.of(record, reason, clock.instant())
                .whole(record.value(), subjectQueue, subjectQueue == null ? 0 : subjectQueueStore.join(subjectQueue)));
    }

    /** Notes a state that cannot be handled, without its content. The same record twice is one letter. */
    public void reference(ConsumerRecord<String, String> record, DeadLetterReason reason) {
        store(DeadLetter.of(record, reason, clock.instant()));
    }

    /** In which of the lines a fact was not handled; theirs wait. Asked in the transaction that handles or keeps them. */
    public Set<SubjectQueue> waiting(Collection<SubjectQueue> asked) {
        return subjectQueueStore.standing(asked);
    }

    long count() {
        return letters().estimatedDocumentCount();
    }

    /** The newest first, from behind a cursor of time and id on. */
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

    /** The first of a line. */
    Optional<DeadLetter> head(SubjectQueue subjectQueue) {
        return Optional.ofNullable(letters()
                .find(eq("line", subjectQueue.id()))
                .sort(ascending("place"))
                .map(DeadLetter::of)
                .first());
    }

    List<SubjectQueue> moving() {
        return subjectQueueStore.moving();
    }

    /**
     * Counts that its turn has come, before it is handled: one that ends its process is not tried for ever.
     *
     * @return how often it came, this time included, since it last ended with its process alive
     */
    int begin(DeadLetter letter) {
        var begun = letters()
                .findOneAndUpdate(
                        eq("_id", letter.id()),
                        inc("turns", 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return begun == null ? 0 : begun.getInteger("turns");
    }

    /** Its turn ended, and this process with it not. */
    void survived(DeadLetter letter) {
        letters().updateOne(eq("_id", letter.id()), set("turns", 0));
    }

    /** Removes some of a workspace's letters; what waits behind them is mended like what waits behind those that expired. */
    public int erase(WorkspaceId workspace, int limit) {
        var ids = letters()
                .find(eq("workspaceId", workspace.value()))
                .projection(include("_id"))
                .limit(limit)
                .map(letter -> letter.getString("_id"))
                .into(new ArrayList<>());
        return ids.isEmpty() ? 0 : (int) letters().deleteMany(in("_id", ids)).getDeletedCount();
    }

    /** Lines in which nobody was seen to leave: their letters expired, or went with their workspace. */
    List<SubjectQueue> unattended() {
        return Stream.concat(
                        subjectQueueStore.standing().stream()
                                .filter(subjectQueue -> head(subjectQueue)
                                        .map(DeadLetter::waits)
                                        .orElse(true)),
                        subjectQueueStore.moving().stream()
                                .filter(subjectQueue -> head(subjectQueue).isEmpty()))
                .toList();
    }

    /** In a transaction: what stood behind a letter that expired goes on; a line without letters ends. */
    void mend(SubjectQueue subjectQueue) {
        TransactionRunner.demand("mending a line");
        subjectQueueStore.moveOn(subjectQueue);
        if (head(subjectQueue).isEmpty()) {
            subjectQueueStore.close(subjectQueue);
        }
    }

    /**
     * In a transaction: takes a letter away, and its line moves on.
     *
     * @throws NotFound where another one took it
     * @throws ParkedBehindEarlier where it is not the head of its line
     */
    void take(DeadLetter letter) {
        TransactionRunner.demand("taking a dead letter");
        if (letters().deleteOne(eq("_id", letter.id())).getDeletedCount() == 0) {
            throw new NotFound();
        }
        var subjectQueue = letter.line();
        if (subjectQueue != null) {
            head(subjectQueue)
                    .ifPresentOrElse(
                            next -> moveOn(subjectQueue, letter, next), () -> subjectQueueStore.close(subjectQueue));
        }
    }

    private void moveOn(SubjectQueue subjectQueue, DeadLetter letter, DeadLetter next) {
        if (next.place() < letter.place()) {
            throw new ParkedBehindEarlier(next.id());
        }
        subjectQueueStore.moveOn(subjectQueue);
    }

    /** In a transaction: it stays, with its new reason, and its line stands. Nothing where another one took it. */
    void failedAgain(DeadLetter letter, DeadLetterReason reason) {
        TransactionRunner.demand("a letter's new reason");
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
                        letter.document().append(EXPIRES, letter.at().plus(kept)),
                        UPSERT);
    }

    private static Bson behind(Instant at, String id) {
        return or(lt("at", at), and(eq("at", at), lt("_id", id)));
    }

    private MongoCollection<Document> letters() {
        return mongo.getCollection(COLLECTION);
    }
}
