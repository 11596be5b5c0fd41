package dev.atelier.workspace.action.assignment;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A person left a project and may still be assigned to its unfinished actions; deleted when all are unassigned. */
@Document("unassignments")
@TypeAlias("unassignment")
@CompoundIndex(name = "of-project", def = "{workspaceId: 1, projectId: 1}")
record UnassignmentTask(
        @Id @NotPersonal("two ids") String id, WorkspaceId workspaceId, ProjectId projectId, UserId person, UserId by)
        implements WorkspaceOwned {
    static UnassignmentTask of(WorkspaceId workspace, ProjectId project, UserId person, UserId by) {
        return new UnassignmentTask(project + ":" + person, workspace, project, person, by);
    }
}
