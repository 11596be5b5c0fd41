package dev.atelier.kit.work;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.type;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The items of all queues of this service, one document each in {@code work_items}. The database's clock decides which items are due.
 * Due items and expired claims are first moved to WAITING, at most 100 per claim, so that a claim finds the next workspace with one index
 * lookup, however many items are scheduled for later.
 */
public final class WorkItemStore {
    private static final String COLLECTION = "work_items";
    private static final int PROMOTED_AT_ONCE = 100;
    private static final List<String> TIMED = List.of("SCHEDULED", "CLAIMED");
    private static final List<String> UNFINISHED = List.of("WAITING", "SCHEDULED", "CLAIMED");
    private static final Bson DUE = expr(new Document("$lte", List.of("$dueAt", "$$NOW")));
    private static final Document NEXT_TOKEN = new Document(
            "$max",
            List.of(
                    new Document("$add", List.of(new Document("$ifNull", List.of("$token", 0L)), 1L)),
                    new Document("$toLong", "$$NOW")));

    private final MongoTemplate mongo;

    WorkItemStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void createIndexes() {
        var items = mongo.getCollection(COLLECTION);
        items.createIndex(Indexes.ascending("queue", "state", "lane", "dueAt"), new IndexOptions().name("turn"));
        items.createIndex(Indexes.ascending("queue", "state", "dueAt", "item"), new IndexOptions().name("due"));
        items.createIndex(
                Indexes.ascending("workspaceId"),
                new IndexOptions().name("workspace").partialFilterExpression(type("workspaceId", BsonType.BINARY)));
        items.createIndex(
                Indexes.ascending("expiresAt"), new IndexOptions().name("kept").expireAfter(0L, TimeUnit.SECONDS));
    }

    /** Deletes some items of a workspace; workers that hold one lose their claim. Returns how many were deleted. */
    public int erase(WorkspaceId workspace, int limit) {
        return call(items -> {
            var ids = items.find(eq("workspaceId", workspace.value()))
                    .projection(Projections.include("_id"))
                    .limit(limit)
                    .map(item -> item.getString("_id"))
                    .into(new ArrayList<>());
            return ids.isEmpty() ? 0 : (int) items.deleteMany(in("_id", ids)).getDeletedCount();
        });
    }

    /** Inserts the item, or resets an existing one with the same id; its claim is lost. */
    void enqueue(String queue, WorkRequest<?> request, Document payload) {
        var workspace = request.workspaceId();
        var due = request.dueAt();
        var set = new Document("queue", literal(queue))
                .append("item", literal(request.id()))
                .append("kind", literal(request.kind()))
                .append("workspaceId", literal(workspace == null ? null : workspace.value()))
                .append("lane", literal(workspace == null ? "" : workspace.toString()))
                .append("payload", literal(payload))
                .append("enqueuedAt", "$$NOW")
                .append("dueAt", due == null ? "$$NOW" : Date.from(due))
                .append("attempts", 0)
                .append("position", null)
                .append("done", 0L)
                .append("total", 0L)
                .append("reason", null)
                .append("token", NEXT_TOKEN);
        var dueNow = new Document("$lte", List.of("$dueAt", "$$NOW"));
        var state = new Document("$cond", List.of(dueNow, "WAITING", "SCHEDULED"));
        try {
            call(items -> items.updateOne(
                    eq("_id", key(queue, request.id())),
                    List.of(
                            new Document("$set", set),
                            new Document("$set", new Document("state", state)),
                            new Document("$unset", "expiresAt")),
                    new UpdateOptions().upsert(true)));
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("Another transaction enqueued the same item first", e);
        }
    }

    /** Whether an item waits, has become due or has lost its worker. */
    boolean hasDueItem(String queue) {
        var due = and(eq("queue", queue), or(eq("state", "WAITING"), and(in("state", TIMED), DUE)));
        return callOptional(items ->
                        items.find(due).projection(Projections.include("_id")).first())
                .isPresent();
    }

    /** Moves items that have become due and items with expired leases to WAITING. */
    void promote(String queue) {
        var due = and(eq("queue", queue), in("state", TIMED), DUE);
        call(items -> {
            var ids = items.find(due)
                    .projection(Projections.include("_id"))
                    .limit(PROMOTED_AT_ONCE)
                    .map(item -> item.getString("_id"))
                    .into(new ArrayList<>());
            return ids.isEmpty()
                    ? 0
                    : items.updateMany(
                                    and(in("_id", ids), in("state", TIMED), DUE),
                                    new Document("$set", new Document("state", "WAITING")))
                            .getModifiedCount();
        });
    }

    /** Claims the first waiting item of the first of these lanes that has one, and counts the attempt. */
    Optional<Document> claim(String queue, Collection<String> kinds, Bson lanes, Duration lease) {
        var set = new Document("state", "CLAIMED")
                .append("dueAt", fromNow(lease))
                .append("attempts", new Document("$add", List.of("$attempts", 1)))
                .append("token", NEXT_TOKEN);
        return callOptional(items -> items.findOneAndUpdate(
                and(eq("queue", queue), eq("state", "WAITING"), lanes, in("kind", kinds)),
                List.of(new Document("$set", set)),
                new FindOneAndUpdateOptions()
                        .sort(Sorts.ascending("lane", "dueAt"))
                        .returnDocument(ReturnDocument.AFTER)));
    }

    /** Updates an item if it still has this token; false otherwise. */
    boolean change(String queue, String item, long token, Document set) {
        return call(items -> items.updateOne(held(queue, item, token), List.of(new Document("$set", set)))
                        .getMatchedCount())
                == 1;
    }

    /** Deletes an item if it still has this token; false otherwise. */
    boolean remove(String queue, String item, long token) {
        return call(items -> items.deleteOne(held(queue, item, token)).getDeletedCount()) == 1;
    }

    boolean remove(String queue, String item) {
        return call(items -> items.deleteOne(eq("_id", key(queue, item))).getDeletedCount()) == 1;
    }

    /** Moves a given up item to WAITING and resets its attempts; false if it was not given up. */
    boolean retry(String queue, String item) {
        var set = new Document("state", "WAITING")
                .append("dueAt", "$$NOW")
                .append("attempts", 0)
                .append("reason", null)
                .append("token", NEXT_TOKEN);
        return call(items -> items.updateOne(
                                and(eq("_id", key(queue, item)), eq("state", "GIVEN_UP")),
                                List.of(new Document("$set", set), new Document("$unset", "expiresAt")))
                        .getMatchedCount())
                == 1;
    }

    Optional<WorkItemStatus> find(String queue, String item) {
        return callOptional(items -> items.find(eq("_id", key(queue, item))).first())
                .map(WorkItemStatus::of);
    }

    /** Returns the items of a state, ordered by due time. */
    List<WorkItemStatus> list(String queue, WorkItemState state, @Nullable Bson after, int limit) {
        var those = and(eq("queue", queue), eq("state", state.name()));
        return call(items -> items.find(after == null ? those : and(those, after))
                .projection(Projections.exclude("payload"))
                .sort(Sorts.ascending("dueAt", "item"))
                .limit(limit)
                .map(WorkItemStatus::of)
                .into(new ArrayList<>()));
    }

    long count(String queue, WorkItemState state) {
        return call(items -> items.countDocuments(and(eq("queue", queue), eq("state", state.name()))));
    }

    /** Returns how many items are due and not claimed, and the age of the oldest. */
    WorkBacklog backlog(String queue) {
        var due = and(eq("queue", queue), in("state", UNFINISHED), DUE);
        var group = new Document("_id", null)
                .append("count", new Document("$sum", 1L))
                .append("oldest", new Document("$min", "$dueAt"));
        var age = new Document("$subtract", List.of("$$NOW", "$oldest"));
        return callOptional(items -> items.aggregate(List.of(
                                new Document("$match", due.toBsonDocument()),
                                new Document("$group", group),
                                new Document("$project", new Document("count", 1).append("age", age))))
                        .first())
                .map(found -> new WorkBacklog(found.getLong("count"), Duration.ofMillis(found.getLong("age"))))
                .orElse(new WorkBacklog(0, Duration.ZERO));
    }

    /** Expression for the current time of the database plus a duration. */
    static Document fromNow(Duration from) {
        return new Document("$add", List.of("$$NOW", from.toMillis()));
    }

    /** Expression for a constant, so that a text like {@code $field} is not evaluated. */
    static Document literal(@Nullable Object value) {
        return new Document("$literal", value);
    }

    /** Filter for the items behind a cursor. */
    static Bson after(Instant dueAt, String item) {
        var at = Date.from(dueAt);
        return new Document(
                "$or",
                List.of(
                        new Document("dueAt", new Document("$gt", at)),
                        new Document("dueAt", at).append("item", new Document("$gt", item))));
    }

    private static Bson held(String queue, String item, long token) {
        return and(eq("_id", key(queue, item)), eq("token", token));
    }

    private static String key(String queue, String item) {
        return queue + ":" + item;
    }

    private <R> R call(Function<MongoCollection<Document>, R> work) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, work::apply));
    }

    private <R> Optional<R> callOptional(Function<MongoCollection<Document>, @Nullable R> work) {
        return call(items -> Optional.ofNullable(work.apply(items)));
    }

    /**
     * Items that are due and not claimed.
     *
     * @param oldest time since the first of them became due
     */
    record WorkBacklog(long count, Duration oldest) {}
}
