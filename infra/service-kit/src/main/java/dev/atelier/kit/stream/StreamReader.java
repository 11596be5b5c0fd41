package dev.atelier.kit.stream;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import java.util.Set;

/** Who reads a stream, as a participant of which project: their right is checked before each event. */
public record StreamReader(WorkspaceId workspaceId, ProjectId projectId, UserId userId) {
    /**
     * Passes where the person may read the project.
     *
     * @throws dev.atelier.kit.problem.NotFound where they may not
     */
    void check(WorkspaceAuthorization workspaceAuthorization) {
        workspaceAuthorization.participant(workspaceId, projectId, userId);
    }

    /** The keys of the states from which {@link #check} decides. */
    Set<String> stateKeys() {
        return Set.of(workspaceId.toString(), projectId.toString(), workspaceId + ":" + userId);
    }
}
