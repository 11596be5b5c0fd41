package dev.atelier.workspace.history;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface EntryDocuments extends Repository<EntryDocument, String> {
    List<EntryDocument> findByWorkspaceIdAndActionIdAndVersionLessThanOrderByVersionDesc(
            WorkspaceId workspace, ActionId action, long version, Limit limit);
}
