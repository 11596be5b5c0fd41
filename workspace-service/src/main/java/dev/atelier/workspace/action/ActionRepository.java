package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.workspace.action.content.ActionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.core.annotation.Collation;
import org.springframework.data.repository.Repository;

interface ActionRepository extends Repository<Action, ActionId> {
    Action save(Action action);

    void deleteByWorkspaceIdAndProjectIdAndId(WorkspaceId workspace, ProjectId project, ActionId id);

    Optional<Action> findByWorkspaceIdAndProjectIdAndId(WorkspaceId workspace, ProjectId project, ActionId id);

    @Collation(Action.ORDER)
    List<Action> findByWorkspaceIdAndProjectIdAndAssigneesAndStateIn(
            WorkspaceId workspace, ProjectId project, UserId assignee, List<ActionState> states, Limit limit);

    List<Action> findByWorkspaceIdAndStateAndChangedAtLessThanOrderByChangedAt(
            WorkspaceId workspace, ActionState state, Instant before, Limit limit);

    long countByWorkspaceIdAndStateAndChangedAtLessThan(WorkspaceId workspace, ActionState state, Instant before);
}
