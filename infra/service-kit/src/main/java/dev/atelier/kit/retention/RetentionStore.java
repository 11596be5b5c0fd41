package dev.atelier.kit.retention;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Stores each workspace's retention periods and when the workspace is due next. A workspace that keeps everything has
 * no document.
 */
public final class RetentionStore {
    /** How long a claim lasts without renewal. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration RETRY = Duration.ofMinutes(15);

    private final MongoTemplate mongo;
    private final RetentionSettings settings;
    private final Clock clock;

    RetentionStore(MongoTemplate mongo, RetentionSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    void createIndexes() {
        notes().createIndex(Indexes.ascending("dueAt"), new IndexOptions().name("due"));
    }

    /**
     * Stores, in the running transaction, a workspace's retention periods by kind; a kind that is not named is kept
     * until it is deleted.
     */
    public void set(WorkspaceId workspace, Map<String, RetentionPeriod> keepings) {
        TransactionRunner.requireTransaction("setting a retention");
        if (keepings.isEmpty()) {
            delete(workspace);
            return;
        }
        var kinds = new Document();
        keepings.forEach((kind, retentionPeriod) -> {
            var from = retentionPeriod.from();
            kinds.append(
                    kind,
                    new Document("days", retentionPeriod.days()).append("from", from == null ? null : Date.from(from)));
        });
        var change = new Document("$set", new Document("kinds", kinds))
                .append(
                        "$setOnInsert",
                        new Document("dueAt", Date.from(settings.nextAfter(clock.instant()))).append("token", 0L));
        mongo.execute(
                "retentions",
                found -> found.updateOne(eq("_id", workspace.value()), change, new UpdateOptions().upsert(true)));
    }

    /** Deletes the workspace's document; returns whether there was one. */
    boolean delete(WorkspaceId workspace) {
        return mongo.remove(Query.query(Criteria.where("_id").is(workspace.value())), "retentions")
                        .getDeletedCount()
                > 0;
    }

    /** Claims the workspace that has been due longest, for {@link #LEASE}. */
    Optional<RetentionClaim> claim() {
        return take(lte("dueAt", Date.from(clock.instant())), 1);
    }

    /**
     * Renews the claim and returns it with the current periods; empty where the claim was lost or everything is kept
     * now.
     */
    Optional<RetentionClaim> renew(RetentionClaim claim) {
        return take(and(eq("_id", claim.workspace().value()), eq("token", claim.token())), 0);
    }

    /** Releases the claim, so that any instance can continue at once. */
    void release(RetentionClaim claim) {
        due(claim, clock.instant());
    }

    /** Completes the claim: the workspace is due again the next night. */
    void complete(RetentionClaim claim) {
        due(claim, settings.nextAfter(clock.instant()));
    }

    /**
     * Releases the claim after a failure; the workspace is due again in a quarter of an hour, or earlier with the next
     * night.
     */
    void retryLater(RetentionClaim claim) {
        var next = settings.nextAfter(clock.instant());
        var soon = clock.instant().plus(RETRY);
        due(claim, soon.isBefore(next) ? soon : next);
    }

    private Optional<RetentionClaim> take(Bson which, long more) {
        var until = Date.from(clock.instant().plus(LEASE));
        return Optional.ofNullable(notes().findOneAndUpdate(
                                which,
                                new Document("$set", new Document("dueAt", until))
                                        .append("$inc", new Document("token", more)),
                                new FindOneAndUpdateOptions()
                                        .sort(new Document("dueAt", 1))
                                        .returnDocument(ReturnDocument.AFTER)))
                .map(RetentionClaim::of);
    }

    private void due(RetentionClaim claim, Instant at) {
        notes().updateOne(
                        and(eq("_id", claim.workspace().value()), eq("token", claim.token())),
                        new Document("$set", new Document("dueAt", Date.from(at))));
    }

    private MongoCollection<Document> notes() {
        return mongo.getCollection("retentions");
    }

    /**
     * A workspace that this instance has claimed.
     *
     * @param token grows with each claim
     */
    record RetentionClaim(WorkspaceId workspace, long token, Map<String, RetentionPeriod> keepings) {
        static RetentionClaim of(Document note) {
            var keepings = new TreeMap<String, RetentionPeriod>();
            note.get("kinds", Document.class).forEach((kind, value) -> {
                var kept = (Document) value;
                var from = kept.getDate("from");
                keepings.put(
                        kind, new RetentionPeriod(kept.getInteger("days"), from == null ? null : from.toInstant()));
            });
            return new RetentionClaim(new WorkspaceId(note.get("_id", UUID.class)), note.getLong("token"), keepings);
        }
    }
}
