package dev.atelier.kit.batch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.TypedId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The unfinished batch jobs of this service, one document for each job. */
public final class BatchJobQueue {
    /** How long a claim lasts without a renewal; after that another instance may claim the job. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final String COLLECTION = "batch_jobs";
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 6;

    private final MongoTemplate mongo;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    BatchJobQueue(MongoTemplate mongo, Clock clock, ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.clock = clock;
        this.events = events;
    }

    void createIndexes() {
        jobs().createIndex(Indexes.ascending("dueAt"), new IndexOptions().name("due"));
    }

    /** Queues a job in the current transaction; a job that is already queued starts again from the beginning. */
    public void add(BatchJob job) {
        TransactionRunner.requireTransaction("queueing a batch job");
        var now = Date.from(clock.instant());
        var set = new Document("kind", job.kind())
                .append("workspaceId", value(job.workspaceId()))
                .append("projectId", value(job.projectId()))
                .append("userId", value(job.userId()))
                .append("by", value(job.by()))
                .append("requestedAt", now)
                .append("dueAt", now)
                .append("position", null)
                .append("failures", 0);
        var change = new Document("$set", set).append("$inc", new Document("token", 1L));
        mongo.execute(
                COLLECTION, found -> found.updateOne(eq("_id", job.id()), change, new UpdateOptions().upsert(true)));
        events.publishEvent(new BatchJobQueued());
    }

    /** Whether the same job is unfinished; inside a transaction, as that transaction sees it. */
    boolean contains(BatchJob job) {
        return Boolean.TRUE.equals(mongo.execute(
                COLLECTION, found -> found.find(eq("_id", job.id())).first() != null));
    }

    /** Claims the job that has waited longest, for {@link #LEASE}. */
    Optional<Claim> claim(Collection<String> kinds) {
        var now = clock.instant();
        return Optional.ofNullable(jobs().findOneAndUpdate(
                                and(lte("dueAt", Date.from(now)), in("kind", kinds)),
                                new Document("$set", new Document("dueAt", Date.from(now.plus(LEASE))))
                                        .append("$inc", new Document("token", 1L)),
                                new FindOneAndUpdateOptions()
                                        .sort(new Document("dueAt", 1))
                                        .returnDocument(ReturnDocument.AFTER)))
                .map(Claim::of);
    }

    /** Saves the position and renews the claim; returns false where the claim was lost. */
    boolean advance(Claim claim, String position) {
        return change(claim, clock.instant().plus(LEASE), position, 0);
    }

    /** Saves the position and releases the job, so that any worker can claim it at once. */
    void release(Claim claim, String position) {
        change(claim, clock.instant(), position, 0);
    }

    /**
     * Schedules a retry after a failed batch. The pause starts at one second, doubles with each failure and is at most
     * one minute.
     */
    void postpone(Claim claim) {
        var pause = Duration.ofSeconds(1L << Math.min(claim.failures(), MAX_DOUBLINGS));
        var next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        change(claim, next, claim.position(), claim.failures() + 1);
    }

    /** Deletes a finished job; a job that was queued again meanwhile stays. */
    void finish(Claim claim) {
        jobs().deleteOne(held(claim));
    }

    private boolean change(Claim claim, Instant due, @Nullable String position, int failures) {
        var set = new Document("dueAt", Date.from(due))
                .append("position", position)
                .append("failures", failures);
        return jobs().updateOne(held(claim), new Document("$set", set)).getMatchedCount() == 1;
    }

    private static org.bson.conversions.Bson held(Claim claim) {
        return and(eq("_id", claim.job().id()), eq("token", claim.token()));
    }

    private static @Nullable UUID value(@Nullable TypedId id) {
        return id == null ? null : id.value();
    }

    private MongoCollection<Document> jobs() {
        return mongo.getCollection(COLLECTION);
    }

    /** Wakes the workers of this instance after the commit. */
    record BatchJobQueued() {}

    /**
     * A job that a worker has claimed.
     *
     * @param token increases with each claim, and when the job is queued again
     * @param failures in a row
     */
    record Claim(
            BatchJob job, Instant requestedAt, @Nullable String position, long token, int failures) {
        static Claim of(Document stored) {
            return new Claim(
                    new BatchJob(
                            stored.getString("kind"),
                            id(stored, "workspaceId", WorkspaceId::new),
                            id(stored, "projectId", ProjectId::new),
                            id(stored, "userId", UserId::new),
                            id(stored, "by", UserId::new)),
                    stored.getDate("requestedAt").toInstant(),
                    stored.getString("position"),
                    stored.getLong("token"),
                    stored.getInteger("failures"));
        }

        private static <T> @Nullable T id(Document stored, String field, Function<UUID, T> typed) {
            var value = stored.get(field, UUID.class);
            return value == null ? null : typed.apply(value);
        }
    }
}
