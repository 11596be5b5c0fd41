package dev.atelier.workspace.attachment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceSuspended;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.plan.UsageCounter;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Counts the storage that the files of workspaces use, in the transactions that add and delete them. Of two concurrent
 * uploads one waits for the other, so both cannot take the last free storage.
 */
@Component
public class StorageQuota implements UsageCounter {
    private final MongoTemplate mongo;
    private final WorkspaceStore workspaceStore;

    StorageQuota(MongoTemplate mongo, WorkspaceStore workspaceStore) {
        this.mongo = mongo;
        this.workspaceStore = workspaceStore;
    }

    @Override
    public PlanLimitKind of() {
        return PlanLimitKind.STORAGE_BYTES;
    }

    @Override
    public long used(WorkspaceId workspace) {
        var counted = mongo.findOne(query(where("workspaceId").is(workspace)), StorageUsageDocument.class);
        return counted == null ? sumFiles(workspace) : counted.bytes();
    }

    /**
     * Checks that at least one byte is free, before a file is received.
     *
     * @throws StorageLimitReached if the plan's storage is full
     * @throws WorkspaceSuspended if the workspace is suspended
     */
    public void requireFreeStorage(WorkspaceId workspace) {
        var plan = workspaceStore.plan(workspace);
        plan.requireNotSuspended();
        var limit = plan.limit(PlanLimitKind.STORAGE_BYTES);
        if (limit != null) {
            requireWithinLimit(workspace, limit, used(workspace), 1);
        }
    }

    /**
     * Reserves storage for a file whose document is not written yet, in the running transaction.
     *
     * @throws StorageLimitReached if the file does not fit
     */
    public void reserve(WorkspaceId workspace, long bytes) {
        TransactionRunner.requireTransaction("reserving storage");
        var plan = workspaceStore.plan(workspace);
        plan.requireNotSuspended();
        long used = count(workspace, bytes) - bytes;
        var limit = plan.limit(PlanLimitKind.STORAGE_BYTES);
        if (limit != null) {
            requireWithinLimit(workspace, limit, used, bytes);
        }
    }

    /** Releases the storage of files whose documents are already deleted, in the running transaction. */
    public void release(WorkspaceId workspace, long bytes) {
        TransactionRunner.requireTransaction("releasing storage");
        var given = mongo.updateFirst(
                query(where("workspaceId").is(workspace)),
                new Update().inc("bytes", -bytes),
                StorageUsageDocument.class);
        if (given.getMatchedCount() == 0) {
            mongo.insert(new StorageUsageDocument(workspace.value(), workspace, sumFiles(workspace)));
        }
    }

    /** Returns the usage including these bytes. If there is no count yet, starts with the sum of the existing files. */
    private long count(WorkspaceId workspace, long bytes) {
        var counted = mongo.findAndModify(
                query(where("workspaceId").is(workspace)),
                new Update().inc("bytes", bytes),
                FindAndModifyOptions.options().returnNew(true),
                StorageUsageDocument.class);
        if (counted == null) {
            counted = mongo.insert(new StorageUsageDocument(workspace.value(), workspace, sumFiles(workspace) + bytes));
        }
        return counted.bytes();
    }

    private long sumFiles(WorkspaceId workspace) {
        var sum = mongo.getCollection("files")
                .aggregate(List.of(
                        new Document("$match", new Document("workspaceId", workspace.value())),
                        new Document(
                                "$group",
                                new Document("_id", null).append("bytes", new Document("$sum", "$content.size")))))
                .first();
        return sum == null ? 0 : ((Number) Objects.requireNonNull(sum.get("bytes"))).longValue();
    }

    private static void requireWithinLimit(WorkspaceId workspace, long limit, long used, long more) {
        if (used + more > limit) {
            throw new StorageLimitReached(workspace, limit, used);
        }
    }
}
