package dev.atelier.events;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import java.util.Set;

/**
 * A project and its participants.
 *
 * @param participants members who joined; the manager can read every project and need not be among them
 */
@CloudEventType("workspace.project")
@Topic(value = "workspace.projects", source = "/workspace-service")
public record ProjectState(
        WorkspaceId workspaceId,
        ProjectId projectId,
        @NotPersonal("the display name of a thing") String name,
        Set<UserId> participants,
        boolean ended,
        long version)
        implements EntityState {
    public ProjectState {
        participants = Set.copyOf(participants);
    }

    @Override
    public String subject() {
        return "projects/" + projectId;
    }

    @Override
    public String key() {
        return projectId.toString();
    }
}
