package dev.atelier.agentrun.run.cancellation;

import dev.atelier.agentrun.run.Run;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.problem.Refusal;
import org.springframework.stereotype.Component;

/** Checks whether a run's starter still has the right to it. */
@Component
class RunStarterAccess {
    private final WorkspaceAuthorization workspaceAuthorization;

    RunStarterAccess(WorkspaceAuthorization workspaceAuthorization) {
        this.workspaceAuthorization = workspaceAuthorization;
    }

    boolean lostFor(Run run) {
        try {
            workspaceAuthorization.requireParticipant(run.workspaceId(), run.projectId(), run.startedBy());
            return false;
        } catch (Refusal refused) {
            return true;
        }
    }
}
