package dev.atelier.kit.deletion;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The deletions that this service has accepted. A finished one is kept for 30 days. */
public final class DeletionStore {
    /** How long a claim lasts without a renewal; after that another instance may claim the deletion. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final long KEPT_DAYS = 30;
    private static final String RUNNING = "RUNNING";

    private final MongoTemplate mongo;
    private final Clock clock;
    private final ApplicationEventPublisher wakes;

    DeletionStore(MongoTemplate mongo, Clock clock, ApplicationEventPublisher wakes) {
        this.mongo = mongo;
        this.clock = clock;
        this.wakes = wakes;
    }

    void createIndexes() {
        collection()
                .createIndex(
                        Indexes.ascending("later", "dueAt"),
                        new IndexOptions().name("turn").partialFilterExpression(eq("state", RUNNING)));
        collection()
                .createIndex(
                        Indexes.ascending("finishedAt"),
                        new IndexOptions().name("kept").expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }

    /**
     * Accepts a deletion in the current transaction; a worker deletes the data after the commit.
     *
     * @param by the person who requested it and may read its status
     * @param expected how many documents will be deleted, as far as known
     * @param settling how long another instance that does not know of the deletion may still write data below the
     *     target; what is found after that time is deleted too. Zero where the transaction excludes such writes
     */
    public void accept(DeletionTarget what, @Nullable UserId by, long expected, Duration settling) {
        accept(what, by, expected, settling, new Document());
    }

    /** Accepts a deletion for which nobody waits: the worker does those that people requested first. */
    public void acceptLowPriority(DeletionTarget what) {
        accept(what, null, 0, Duration.ZERO, new Document("later", true));
    }

    private void accept(DeletionTarget what, @Nullable UserId by, long expected, Duration settling, Document fresh) {
        TransactionRunner.requireTransaction("accepting a deletion");
        var now = clock.instant();
        var project = what.projectId();
        var action = what.actionId();
        fresh.append("state", RUNNING)
                .append("workspaceId", what.workspaceId().value())
                .append("projectId", project == null ? null : project.value())
                .append("actionId", action == null ? null : action.value())
                .append("by", by == null ? null : by.value())
                .append("acceptedAt", Date.from(now))
                .append("settledAt", Date.from(now.plus(settling)))
                .append("dueAt", Date.from(now))
                .append("expected", expected)
                .append("removed", 0L)
                .append("token", 0L);
        mongo.execute(
                "deletions",
                found -> found.updateOne(
                        eq("_id", what.id()), new Document("$setOnInsert", fresh), new UpdateOptions().upsert(true)));
        wakes.publishEvent(new DeletionAccepted());
    }

    /** Returns the status of a deletion; empty where there is none, or it finished more than 30 days ago. */
    public Optional<DeletionStatus> find(UUID id) {
        return Optional.ofNullable(collection().find(eq("_id", id)).first()).map(DeletionStatus::of);
    }

    /** Claims the deletion that has waited longest, for {@link #LEASE}; those accepted for later come last. */
    Optional<DeletionClaim> claim() {
        var now = clock.instant();
        return Optional.ofNullable(collection()
                        .findOneAndUpdate(
                                and(eq("state", RUNNING), lte("dueAt", Date.from(now))),
                                new Document("$set", new Document("dueAt", Date.from(now.plus(LEASE))))
                                        .append("$inc", new Document("token", 1L)),
                                new FindOneAndUpdateOptions()
                                        .sort(new Document("later", 1).append("dueAt", 1))
                                        .returnDocument(ReturnDocument.AFTER)))
                .map(taken -> new DeletionClaim(
                        DeletionStatus.of(taken).what(),
                        taken.getLong("token"),
                        taken.getDate("settledAt").toInstant()));
    }

    /** Adds to the count of deleted documents and renews the claim; returns false where the claim was lost. */
    boolean recordProgress(DeletionClaim claim, int removed) {
        var until = Date.from(clock.instant().plus(LEASE));
        return change(claim, new Document("dueAt", until), removed);
    }

    /** Releases the claim, so that any worker can continue at once. */
    void release(DeletionClaim claim) {
        change(claim, new Document("dueAt", Date.from(clock.instant())), 0);
    }

    /**
     * Finishes a deletion when nothing is left; before the settling time has passed, schedules one more check instead
     * and returns false.
     */
    boolean finishOrPostpone(DeletionClaim claim) {
        var now = clock.instant();
        if (now.isBefore(claim.settledAt())) {
            change(claim, new Document("dueAt", Date.from(claim.settledAt())), 0);
            return false;
        }
        return change(claim, new Document("state", "FINISHED").append("finishedAt", Date.from(now)), 0);
    }

    private boolean change(DeletionClaim claim, Document set, int removed) {
        return collection()
                        .updateOne(
                                and(eq("_id", claim.what().id()), eq("token", claim.token())),
                                new Document("$set", set).append("$inc", new Document("removed", (long) removed)))
                        .getMatchedCount()
                == 1;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection("deletions");
    }

    /** Wakes the workers of this instance after the commit. */
    record DeletionAccepted() {}

    /**
     * A deletion that a worker has claimed.
     *
     * @param token increases with each claim
     */
    record DeletionClaim(DeletionTarget what, long token, Instant settledAt) {}

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
