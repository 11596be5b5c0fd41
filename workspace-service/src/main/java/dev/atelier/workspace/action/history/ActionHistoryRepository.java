package dev.atelier.workspace.action.history;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ActionHistoryRepository extends Repository<ActionHistoryDocument, String> {
    List<ActionHistoryDocument> findByWorkspaceIdAndActionIdAndVersionLessThanOrderByVersionDesc(
            WorkspaceId workspace, ActionId action, long version, Limit limit);
}
