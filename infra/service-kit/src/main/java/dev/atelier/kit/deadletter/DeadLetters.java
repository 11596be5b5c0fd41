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
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.Cursor;
import dev.atelier.kit.web.NotFound;
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
public final class DeadLetters {
    private static final String COLLECTION = "deadLetters";
    private static final String EXPIRES = "expiresAt";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoTemplate mongo;
    private final Lines lines;
    private final Clock clock;
    private final Duration kept;

    DeadLetters(MongoTemplate mongo, Clock clock, Duration kept) {
        this.mongo = mongo;
        this.lines = new Lines(mongo);
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
        lines.createIndex();
    }

    /** In the transaction that notes it as seen: keeps a fact that cannot be handled, or that waits behind one. */
    public void keep(ConsumerRecord<String, String> record, Reason reason) {
        Transactions.demand("keeping a dead letter");
        var line = Line.of(record);
        store(DeadLetter.of(record, reason, clock.instant())
                .whole(record.value(), line, line == null ? 0 : lines.join(line)));
    }

    /** Notes a state that cannot be handled, without its content. The same record twice is one letter. */
    public void reference(ConsumerRecord<String, String> record, Reason reason) {
        store(DeadLetter.of(record, reason, clock.instant()));
    }

    /** In which of the lines a fact was not handled; theirs wait. Asked in the transaction that handles or keeps them. */
    public Set<Line> waiting(Collection<Line> asked) {
        return lines.standing(asked);
    }

    long count() {
        return letters().estimatedDocumentCount();
    }

    /** The newest first, from behind a cursor of time and id on. */
    List<DeadLetter> page(@Nullable Cursor cursor, int most) {
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
    Optional<DeadLetter> head(Line line) {
        return Optional.ofNullable(letters()
                .find(eq("line", line.id()))
                .sort(ascending("place"))
                .map(DeadLetter::of)
                .first());
    }

    List<Line> moving() {
        return lines.moving();
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
    int erase(WorkspaceId workspace, int limit) {
        var ids = letters()
                .find(eq("workspaceId", workspace.value()))
                .projection(include("_id"))
                .limit(limit)
                .map(letter -> letter.getString("_id"))
                .into(new ArrayList<>());
        return ids.isEmpty() ? 0 : (int) letters().deleteMany(in("_id", ids)).getDeletedCount();
    }

    /** Lines in which nobody was seen to leave: their letters expired, or went with their workspace. */
    List<Line> unattended() {
        return Stream.concat(
                        lines.standing().stream()
                                .filter(line ->
                                        head(line).map(DeadLetter::waits).orElse(true)),
                        lines.moving().stream().filter(line -> head(line).isEmpty()))
                .toList();
    }

    /** In a transaction: what stood behind a letter that expired goes on; a line without letters ends. */
    void mend(Line line) {
        Transactions.demand("mending a line");
        lines.moveOn(line);
        if (head(line).isEmpty()) {
            lines.close(line);
        }
    }

    /**
     * In a transaction: takes a letter away, and its line moves on.
     *
     * @throws NotFound where another one took it
     * @throws WaitsBehind where it is not the head of its line
     */
    void take(DeadLetter letter) {
        Transactions.demand("taking a dead letter");
        if (letters().deleteOne(eq("_id", letter.id())).getDeletedCount() == 0) {
            throw new NotFound();
        }
        var line = letter.line();
        if (line != null) {
            head(line).ifPresentOrElse(next -> moveOn(line, letter, next), () -> lines.close(line));
        }
    }

    private void moveOn(Line line, DeadLetter letter, DeadLetter next) {
        if (next.place() < letter.place()) {
            throw new WaitsBehind(next.id());
        }
        lines.moveOn(line);
    }

    /** In a transaction: it stays, with its new reason, and its line stands. Nothing where another one took it. */
    void failedAgain(DeadLetter letter, Reason reason) {
        Transactions.demand("a letter's new reason");
        var stayed = letters()
                .updateOne(
                        eq("_id", letter.id()),
                        combine(set("reason", reason.kind()), set("explanation", reason.explanation())));
        var line = letter.line();
        if (line != null && stayed.getMatchedCount() == 1) {
            lines.stop(line);
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
