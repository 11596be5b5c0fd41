package dev.atelier.workspace.history;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface EntryDocuments extends Repository<Entry, String> {
    List<Entry> findByWorkspaceIdAndActionIdAndVersionGreaterThan(WorkspaceId workspace, ActionId action, long version);

    List<Entry> findByWorkspaceIdAndActionIdAndVersionLessThanOrderByVersionDesc(
            WorkspaceId workspace, ActionId action, long version, Limit limit);
}
