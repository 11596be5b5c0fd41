package dev.atelier.kit.deletion;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The deleted workspace, project or action, with everything below it.
 *
 * @param projectId null for a workspace
 * @param actionId null for a workspace or a project
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

    /** The kind of a target. */
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

    /** Returns the id of the target, which is unique among all kinds. */
    public UUID id() {
        return switch (kind()) {
            case WORKSPACE -> workspaceId.value();
            case PROJECT -> Objects.requireNonNull(projectId).value();
            case ACTION -> Objects.requireNonNull(actionId).value();
        };
    }

    /**
     * Returns a filter for the documents that carry the id of the target, in the fields {@code workspaceId}, {@code
     * projectId} and {@code actionId}.
     */
    public Document filter() {
        var filter = new Document("workspaceId", workspaceId.value());
        return switch (kind()) {
            case WORKSPACE -> filter;
            case PROJECT -> filter.append("projectId", id());
            case ACTION -> filter.append("actionId", id());
        };
    }
}
