package dev.atelier.workspace.attachment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.workspace.attachment.content.AttachmentContentService;
import dev.atelier.workspace.attachment.content.FileReceiver;
import dev.atelier.workspace.attachment.content.OrphanedContentTracker;
import dev.atelier.workspace.attachment.content.ReceivedFile;
import dev.atelier.workspace.plan.PlanLimitReached;
import dev.atelier.workspace.usage.LimitReporter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Receives a file completely, stores its content, then makes it readable in one transaction. If one step fails, nothing
 * remains.
 */
@Component
class UploadAttachment {
    private final AttachmentService attachmentService;
    private final FileReceiver fileReceiver;
    private final AttachmentContentService attachmentContentService;
    private final OrphanedContentTracker orphanedContentTracker;
    private final IdempotentRequestExecutor idempotentRequestExecutor;
    private final LimitReporter limitReporter;

    UploadAttachment(
            AttachmentService attachmentService,
            FileReceiver fileReceiver,
            AttachmentContentService attachmentContentService,
            OrphanedContentTracker orphanedContentTracker,
            IdempotentRequestExecutor idempotentRequestExecutor,
            LimitReporter limitReporter) {
        this.attachmentService = attachmentService;
        this.fileReceiver = fileReceiver;
        this.attachmentContentService = attachmentContentService;
        this.orphanedContentTracker = orphanedContentTracker;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
        this.limitReporter = limitReporter;
    }

    AttachmentResponse upload(
            WorkspaceId workspace,
            ProjectId project,
            ActionId action,
            AttachmentFileName name,
            InputStream body,
            Optional<IdempotencyKey> key,
            UserId by)
            throws IOException {
        try {
            boolean repeated = idempotentRequestExecutor.isKnown(key);
            if (!repeated) {
                attachmentService.requireWithinLimit(workspace, project, action, by);
            }
            Runnable rights = () -> attachmentService.requireReader(workspace, project, action, by);
            rights.run();
            try (var receivedFile = fileReceiver.receive(body, name.name(), rights)) {
                var file = new NewAttachment(
                        FileId.next(), workspace, project, action, name.name(), receivedFile.content());
                return store(file, receivedFile, key, by);
            }
        } catch (PlanLimitReached beyond) {
            limitReporter.report(beyond);
            throw beyond;
        }
    }

    private AttachmentResponse store(
            NewAttachment file, ReceivedFile receivedFile, Optional<IdempotencyKey> key, UserId by) throws IOException {
        var uploadFingerprint =
                new UploadFingerprint(file.name(), receivedFile.content().sha256());
        var earlier = idempotentRequestExecutor.findResponse(key, uploadFingerprint, AttachmentResponse.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        orphanedContentTracker.recordPending(file.workspaceId(), file.id());
        boolean kept = false;
        try {
            attachmentContentService.store(file.workspaceId(), file.id(), receivedFile);
            var answer = idempotentRequestExecutor.execute(
                    key,
                    uploadFingerprint,
                    AttachmentResponse.class,
                    () -> AttachmentResponse.of(attachmentService.add(file, by)));
            kept = answer.id().equals(file.id());
            return answer;
        } finally {
            if (!kept) {
                orphanedContentTracker.abandon(file.id());
            }
        }
    }

    /** What identifies a repeated upload. */
    private record UploadFingerprint(String name, String sha256) {}
}
