package dev.atelier.workspace.attachment;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.retention.DataExpiry;
import dev.atelier.workspace.action.ActionService;
import dev.atelier.workspace.attachment.content.OrphanedContentTracker;
import java.time.Instant;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Deletes old photos and other files, by the time they were added; their content follows within a second. */
@Component
class AttachmentExpiry implements DataExpiry {
    private final ActionService actionService;
    private final AttachmentRepository documents;
    private final StorageQuota storageQuota;
    private final OrphanedContentTracker orphanedContentTracker;
    private final TransactionRunner transactionRunner;

    AttachmentExpiry(
            ActionService actionService,
            AttachmentRepository documents,
            StorageQuota storageQuota,
            OrphanedContentTracker orphanedContentTracker,
            TransactionRunner transactionRunner) {
        this.actionService = actionService;
        this.documents = documents;
        this.storageQuota = storageQuota;
        this.orphanedContentTracker = orphanedContentTracker;
        this.transactionRunner = transactionRunner;
    }

    @Override
    public String kind() {
        return "photos";
    }

    @Override
    public int expire(WorkspaceId workspace, Instant before, int limit) {
        return transactionRunner.call(() -> {
            var old = documents.findByWorkspaceIdAndAtLessThanOrderByAt(workspace, before, Limit.of(limit));
            for (var file : old) {
                actionService.expireFile(workspace, file.projectId(), file.actionId(), file.id());
                documents.deleteByWorkspaceIdAndActionIdAndId(workspace, file.actionId(), file.id());
                orphanedContentTracker.markOrphaned(workspace, file.id());
            }
            if (!old.isEmpty()) {
                storageQuota.release(
                        workspace,
                        old.stream().mapToLong(file -> file.content().size()).sum());
            }
            return old.size();
        });
    }

    @Override
    public long count(WorkspaceId workspace, Instant before) {
        return documents.countByWorkspaceIdAndAtLessThan(workspace, before);
    }
}
