package dev.atelier.kit.work;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.in;
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
 * The items of all queues of this service, one document each in {@code work_items}; the database's clock decides what is due. An item
 * that becomes due is moved to WAITING first, 100 at a time, so that a claim finds the next workspace by one look into an index,
 * however much is scheduled for later.
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

    /** Removes some of a workspace's items; who works on one loses it. */
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

    /** One that is there already starts anew and is taken from whoever has it. */
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
            throw new OptimisticLockingFailureException("another transaction enqueued the same item first", e);
        }
    }

    /** Moves what has become due, and what a worker left behind, to those that wait. */
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

    /** Takes the first item of the first of these lanes that has one, and counts the attempt. */
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

    /** Changes an item that is still held under this token; false where it is not. */
    boolean change(String queue, String item, long token, Document set) {
        return call(items -> items.updateOne(held(queue, item, token), List.of(new Document("$set", set)))
                        .getMatchedCount())
                == 1;
    }

    /** Removes an item that is still held under this token; false where it is not. */
    boolean remove(String queue, String item, long token) {
        return call(items -> items.deleteOne(held(queue, item, token)).getDeletedCount()) == 1;
    }

    boolean remove(String queue, String item) {
        return call(items -> items.deleteOne(eq("_id", key(queue, item))).getDeletedCount()) == 1;
    }

    /** From given up to waiting, with all its attempts; false where it is not given up. */
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

    /** In the order in which they are due, those after the given ones. */
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

    /** What is due and not being done, and how long the first of it has been due. */
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

    /** The time so long from now, in an update. */
    static Document fromNow(Duration from) {
        return new Document("$add", List.of("$$NOW", from.toMillis()));
    }

    /** A value that is none of an update's expressions, whatever it looks like. */
    static Document literal(@Nullable Object value) {
        return new Document("$literal", value);
    }

    /** Those of a list that come after an item. */
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
     * What waits.
     *
     * @param oldest how long the first of it has been due
     */
    record WorkBacklog(long count, Duration oldest) {}
}
