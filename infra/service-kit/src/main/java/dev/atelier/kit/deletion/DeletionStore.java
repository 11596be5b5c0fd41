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

/** The deletions that this service was asked for; what is done about one is kept for 30 days. */
public final class DeletionStore {
    /** How long an instance that says nothing is taken to be at work. */
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
     * Notes in the running transaction that a thing is deleted; a worker does the rest once that is committed.
     *
     * @param by who wanted it, and may read how far it is
     * @param expected how many documents will go, as far as that is known
     * @param settling how long something may still be written below it by who did not know; what is found after that is
     *     removed too. None where the transaction excludes that
     */
    public void accept(DeletionTarget what, @Nullable UserId by, long expected, Duration settling) {
        accept(what, by, expected, settling, new Document());
    }

    /** The same for what nobody waits for: whatever people delete goes first. */
    public void acceptForLater(DeletionTarget what) {
        accept(what, null, 0, Duration.ZERO, new Document("later", true));
    }

    private void accept(DeletionTarget what, @Nullable UserId by, long expected, Duration settling, Document fresh) {
        TransactionRunner.demand("accepting a deletion");
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

    /** How far one is; empty where there is none, or it was finished more than 30 days ago. */
    public Optional<DeletionStatus> find(UUID id) {
        return Optional.ofNullable(collection().find(eq("_id", id)).first()).map(DeletionStatus::of);
    }

    /** Takes the one that has waited longest, before those for later, for {@link #LEASE}. */
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

    /** Counts what went and keeps the claim; false where it was lost. */
    boolean note(DeletionClaim claim, int removed) {
        var until = Date.from(clock.instant().plus(LEASE));
        return change(claim, new Document("dueAt", until), removed);
    }

    /** Lets go, for any worker to go on at once. */
    void pass(DeletionClaim claim) {
        change(claim, new Document("dueAt", Date.from(clock.instant())), 0);
    }

    /** Nothing was left: it is finished, or looked at once more when all has settled. */
    boolean rest(DeletionClaim claim) {
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

    /** Tells the workers of this instance, once it is committed. */
    record DeletionAccepted() {}

    /**
     * What a worker holds.
     *
     * @param token grows with each claim
     */
    record DeletionClaim(DeletionTarget what, long token, Instant settledAt) {}

    /**
     * How far a deletion is.
     *
     * @param by who wanted it
     * @param expected how many documents were to go, as far as that was known
     * @param removed how many documents went so far
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
