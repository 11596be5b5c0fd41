package dev.atelier.workspace.action.comment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface CommentRepository extends Repository<Comment, CommentId> {
    List<Comment> findByWorkspaceIdAndActionIdAndIdGreaterThanOrderById(
            WorkspaceId workspace, ActionId action, CommentId after, Limit limit);
}
