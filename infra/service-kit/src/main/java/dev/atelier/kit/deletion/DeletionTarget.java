package dev.atelier.kit.deletion;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What was deleted, with everything below it.
 *
 * @param projectId null where it was the workspace
 * @param actionId null where it was the workspace or a project
 */
public record DeletionTarget(
        WorkspaceId workspaceId,
        @Nullable ProjectId projectId,
        @Nullable ActionId actionId) {
    public static DeletionTarget workspace(WorkspaceId workspace) {
        return new DeletionTarget(workspace, null, null);
    }

    public static DeletionTarget project(WorkspaceId workspace, ProjectId project) {
        return new DeletionTarget(workspace, project, null);
    }

    public static DeletionTarget action(WorkspaceId workspace, ProjectId project, ActionId action) {
        return new DeletionTarget(workspace, project, action);
    }

    /** What kind of thing it was. */
    public enum DeletionTargetKind {
        WORKSPACE,
        PROJECT,
        ACTION
    }

    public DeletionTargetKind kind() {
        if (actionId != null) {
            return DeletionTargetKind.ACTION;
        }
        return projectId == null ? DeletionTargetKind.WORKSPACE : DeletionTargetKind.PROJECT;
    }

    /** The id of the thing itself, which no other thing has. */
    public UUID id() {
        return switch (kind()) {
            case WORKSPACE -> workspaceId.value();
            case PROJECT -> Objects.requireNonNull(projectId).value();
            case ACTION -> Objects.requireNonNull(actionId).value();
        };
    }

    /** Finds the documents that are marked as a part of it, in fields of these names. */
    public Document filter() {
        var filter = new Document("workspaceId", workspaceId.value());
        return switch (kind()) {
            case WORKSPACE -> filter;
            case PROJECT -> filter.append("projectId", id());
            case ACTION -> filter.append("actionId", id());
        };
    }
}
