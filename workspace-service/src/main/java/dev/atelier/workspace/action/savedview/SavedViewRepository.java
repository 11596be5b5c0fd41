package dev.atelier.workspace.action.savedview;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SavedViewRepository extends Repository<SavedView, SavedViewId> {
    SavedView save(SavedView view);

    void deleteByWorkspaceIdAndProjectIdAndId(WorkspaceId workspace, ProjectId project, SavedViewId id);

    Optional<SavedView> findByWorkspaceIdAndProjectIdAndId(WorkspaceId workspace, ProjectId project, SavedViewId id);

    /** Without a limit, because the number of views is limited. */
    List<SavedView> findByWorkspaceIdAndProjectIdAndSharedTrueOrderById(WorkspaceId workspace, ProjectId project);

    List<SavedView> findByWorkspaceIdAndProjectIdAndOwnerAndSharedFalseOrderById(
            WorkspaceId workspace, ProjectId project, UserId owner);

    void deleteByWorkspaceIdAndProjectIdAndOwnerAndSharedFalse(WorkspaceId workspace, ProjectId project, UserId owner);
}
