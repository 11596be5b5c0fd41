package dev.atelier.kit.retention;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.UpdateOptions;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.work.WorkQueue;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Stores each workspace's retention periods, and schedules the deletion of what has expired for the next night. A workspace that keeps
 * everything has no document and no work item.
 */
public final class RetentionStore {
    private static final String COLLECTION = "retentions";

    private final MongoTemplate mongo;
    private final WorkQueue<RetentionJob> queue;
    private final RetentionSettings settings;
    private final Clock clock;

    RetentionStore(MongoTemplate mongo, WorkQueue<RetentionJob> queue, RetentionSettings settings, Clock clock) {
        this.mongo = mongo;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores, in the running transaction, a workspace's retention periods by kind; a kind that is not named is kept until it is deleted. A
     * deletion that is in progress uses them from its next batch on.
     */
    public void set(WorkspaceId workspace, Map<String, RetentionPeriod> periods) {
        TransactionRunner.requireTransaction("setting a retention");
        if (periods.isEmpty()) {
            delete(workspace);
            return;
        }
        var kinds = new Document();
        periods.forEach((kind, period) -> {
            var from = period.from();
            kinds.append(
                    kind, new Document("days", period.days()).append("from", from == null ? null : Date.from(from)));
        });
        mongo.execute(
                COLLECTION,
                found -> found.updateOne(
                        eq("_id", workspace.value()),
                        new Document("$set", new Document("kinds", kinds)),
                        new UpdateOptions().upsert(true)));
        var request = RetentionJob.of(workspace).toRequest(settings.nextAfter(clock.instant()));
        if (!queue.isOpen(request.id())) {
            queue.enqueue(request);
        }
    }

    /** Returns the retention periods by kind; empty where everything is kept. */
    Map<String, RetentionPeriod> find(WorkspaceId workspace) {
        var stored = mongo.getCollection(COLLECTION)
                .find(eq("_id", workspace.value()))
                .first();
        var periods = new TreeMap<String, RetentionPeriod>();
        if (stored != null) {
            stored.get("kinds", Document.class).forEach((kind, value) -> {
                var period = (Document) value;
                var from = period.getDate("from");
                periods.put(
                        kind, new RetentionPeriod(period.getInteger("days"), from == null ? null : from.toInstant()));
            });
        }
        return periods;
    }

    /** Deletes the workspace's periods and its work item; returns whether there were any. */
    boolean delete(WorkspaceId workspace) {
        queue.cancel(RetentionJob.of(workspace).id());
        var deleted = mongo.execute(COLLECTION, found -> found.deleteOne(eq("_id", workspace.value())));
        return Objects.requireNonNull(deleted).getDeletedCount() > 0;
    }
}
