package dev.atelier.workspace.attachment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.workspace.action.ActionService;
import dev.atelier.workspace.attachment.content.OrphanedContentTracker;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The files of actions. Changes rely on the caller's membership, as all changes of an action do. */
@Component
class AttachmentService {
    /** The most files of one action. */
    static final int MAX = 100;

    private final ActionService actionService;
    private final AttachmentRepository documents;
    private final StorageQuota storageQuota;
    private final OrphanedContentTracker orphanedContentTracker;
    private final MongoTemplate mongo;
    private final TransactionRunner transactionRunner;

    AttachmentService(
            ActionService actionService,
            AttachmentRepository documents,
            StorageQuota storageQuota,
            OrphanedContentTracker orphanedContentTracker,
            MongoTemplate mongo,
            TransactionRunner transactionRunner) {
        this.actionService = actionService;
        this.documents = documents;
        this.storageQuota = storageQuota;
        this.orphanedContentTracker = orphanedContentTracker;
        this.mongo = mongo;
        this.transactionRunner = transactionRunner;
    }

    List<Attachment> list(WorkspaceId workspace, ActionId action, FileId after, int limit) {
        return documents.findByWorkspaceIdAndActionIdAndIdGreaterThanOrderById(
                workspace, action, after, Limit.of(limit));
    }

    Attachment read(WorkspaceId workspace, ProjectId project, ActionId action, FileId file, UserId by) {
        actionService.requireReader(workspace, project, action, by);
        return require(workspace, action, file);
    }

    /** Checks that the person may read the files of an action, and so may add to them. */
    void requireReader(WorkspaceId workspace, ProjectId project, ActionId action, UserId by) {
        actionService.requireReader(workspace, project, action, by);
    }

    /** Checks that the person may add one more file. */
    void requireWithinLimit(WorkspaceId workspace, ProjectId project, ActionId action, UserId by) {
        actionService.requireReader(workspace, project, action, by);
        requireWithinLimit(workspace, action);
        storageQuota.requireFreeStorage(workspace);
    }

    /** Adds a file whose content is already stored, in the running transaction. */
    Attachment add(NewAttachment file, UserId by) {
        TransactionRunner.requireTransaction("adding a file");
        var at =
                actionService.attach(file.workspaceId(), file.projectId(), file.actionId(), file.id(), file.name(), by);
        requireWithinLimit(file.workspaceId(), file.actionId());
        storageQuota.reserve(file.workspaceId(), file.content().size());
        orphanedContentTracker.confirm(file.id());
        return mongo.insert(new Attachment(
                file.id(), file.workspaceId(), file.projectId(), file.actionId(), file.name(), file.content(), by, at));
    }

    /** Deletes a file permanently. Its content follows within a second, even if this instance dies. */
    void delete(WorkspaceId workspace, ProjectId project, ActionId action, FileId file, UserId by) {
        transactionRunner.run(() -> {
            actionService.requireReader(workspace, project, action, by);
            var gone = require(workspace, action, file);
            actionService.detach(workspace, project, action, file, gone.name(), by);
            documents.deleteByWorkspaceIdAndActionIdAndId(workspace, action, file);
            storageQuota.release(workspace, gone.content().size());
            orphanedContentTracker.markOrphaned(workspace, file);
        });
    }

    private Attachment require(WorkspaceId workspace, ActionId action, FileId file) {
        return documents
                .findByWorkspaceIdAndActionIdAndId(workspace, action, file)
                .orElseThrow(NotFound::new);
    }

    private void requireWithinLimit(WorkspaceId workspace, ActionId action) {
        if (documents.countByWorkspaceIdAndActionId(workspace, action) >= MAX) {
            throw new TooManyAttachments(MAX);
        }
    }
}
