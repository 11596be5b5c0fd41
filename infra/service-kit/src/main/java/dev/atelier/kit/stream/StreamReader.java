package dev.atelier.kit.stream;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import java.util.Set;

/** The reader of a stream, as a participant of a project; their access is checked before each event. */
public record StreamReader(WorkspaceId workspaceId, ProjectId projectId, UserId userId) {
    /**
     * Requires that the user may read the project.
     *
     * @throws dev.atelier.kit.problem.NotFound where they may not
     */
    void check(WorkspaceAuthorization workspaceAuthorization) {
        workspaceAuthorization.requireParticipant(workspaceId, projectId, userId);
    }

    /** Returns the keys of the states on which {@link #check} depends. */
    Set<String> stateKeys() {
        return Set.of(workspaceId.toString(), projectId.toString(), workspaceId + ":" + userId);
    }
}
