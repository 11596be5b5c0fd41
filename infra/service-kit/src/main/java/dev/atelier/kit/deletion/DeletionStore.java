package dev.atelier.kit.deletion;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The deletions that this service has accepted, and their work items. A finished one is kept for 30 days. */
public final class DeletionStore {
    private static final String COLLECTION = "deletions";
    private static final long KEPT_DAYS = 30;

    private final MongoTemplate mongo;
    private final DeletionQueues queues;
    private final Clock clock;

    DeletionStore(MongoTemplate mongo, DeletionQueues queues, Clock clock) {
        this.mongo = mongo;
        this.queues = queues;
        this.clock = clock;
    }

    void createIndexes() {
        collection()
                .createIndex(
                        Indexes.ascending("finishedAt"),
                        new IndexOptions().name("kept").expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }

    /**
     * Accepts a deletion in the current transaction; a worker deletes the data after the commit. One that was given up is
     * started again.
     *
     * @param by the person who requested it and may read its status
     * @param expected how many documents will be deleted, as far as known
     * @param settling how long another instance that does not know of the deletion may still write data below the
     *     target; what is found after that time is deleted too. Zero where the transaction excludes such writes
     */
    public void accept(DeletionTarget what, @Nullable UserId by, long expected, Duration settling) {
        accept(what, by, expected, settling, queues.requested());
    }

    /** Accepts a deletion for which nobody waits: it does not delay those that people requested. */
    public void acceptLowPriority(DeletionTarget what) {
        accept(what, null, 0, Duration.ZERO, queues.lowPriority());
    }

    private void accept(
            DeletionTarget what, @Nullable UserId by, long expected, Duration settling, WorkQueue<DeletionJob> queue) {
        TransactionRunner.requireTransaction("accepting a deletion");
        var now = clock.instant();
        var project = what.projectId();
        var action = what.actionId();
        var fresh = new Document("workspaceId", what.workspaceId().value())
                .append("projectId", project == null ? null : project.value())
                .append("actionId", action == null ? null : action.value())
                .append("by", by == null ? null : by.value())
                .append("acceptedAt", Date.from(now))
                .append("expected", expected)
                .append("removed", 0L);
        var stored = mongo.execute(
                COLLECTION,
                found -> found.findOneAndUpdate(
                        eq("_id", what.id()),
                        new Document("$setOnInsert", fresh),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        var request = DeletionJob.of(what, now.plus(settling)).toRequest();
        if (Objects.requireNonNull(stored).get("finishedAt") == null && !queue.isOpen(request.id())) {
            queue.enqueue(request);
        }
    }

    /** Returns the status of a deletion; empty where there is none, or it finished more than 30 days ago. */
    public Optional<DeletionStatus> find(UUID id) {
        return Optional.ofNullable(collection().find(eq("_id", id)).first()).map(DeletionStatus::of);
    }

    /** Adds to the count of deleted documents. */
    void addRemoved(DeletionTarget what, int removed) {
        collection().updateOne(eq("_id", what.id()), new Document("$inc", new Document("removed", (long) removed)));
    }

    /** Finishes a deletion, in the running transaction. */
    void finish(DeletionTarget what) {
        var finished = new Document("finishedAt", Date.from(clock.instant()));
        mongo.execute(COLLECTION, found -> found.updateOne(eq("_id", what.id()), new Document("$set", finished)));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }

    /**
     * The status of a deletion.
     *
     * @param by the person who requested it
     * @param expected how many documents were to be deleted, as far as known
     * @param removed how many documents have been deleted so far
     * @param finishedAt null while something is left
     */
    public record DeletionStatus(
            DeletionTarget what,
            @Nullable UserId by,
            Instant acceptedAt,
            long expected,
            long removed,
            @Nullable Instant finishedAt) {
        static DeletionStatus of(Document stored) {
            var project = stored.get("projectId", UUID.class);
            var action = stored.get("actionId", UUID.class);
            var by = stored.get("by", UUID.class);
            var finished = stored.getDate("finishedAt");
            return new DeletionStatus(
                    new DeletionTarget(
                            new WorkspaceId(stored.get("workspaceId", UUID.class)),
                            project == null ? null : new ProjectId(project),
                            action == null ? null : new ActionId(action)),
                    by == null ? null : new UserId(by),
                    stored.getDate("acceptedAt").toInstant(),
                    stored.getLong("expected"),
                    stored.getLong("removed"),
                    finished == null ? null : finished.toInstant());
        }
    }
}
