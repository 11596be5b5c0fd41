package dev.atelier.workspace.attachment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface AttachmentRepository extends Repository<Attachment, FileId> {
    List<Attachment> findByWorkspaceIdAndActionIdAndIdGreaterThanOrderById(
            WorkspaceId workspace, ActionId action, FileId after, Limit limit);

    Optional<Attachment> findByWorkspaceIdAndActionIdAndId(WorkspaceId workspace, ActionId action, FileId id);

    long countByWorkspaceIdAndActionId(WorkspaceId workspace, ActionId action);

    long deleteByWorkspaceIdAndActionIdAndId(WorkspaceId workspace, ActionId action, FileId id);

    List<Attachment> findByWorkspaceIdAndAtLessThanOrderByAt(WorkspaceId workspace, Instant before, Limit limit);

    long countByWorkspaceIdAndAtLessThan(WorkspaceId workspace, Instant before);
}
