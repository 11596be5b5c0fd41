package dev.atelier.agentrun.run.stopping;

import dev.atelier.agentrun.run.Run;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.web.Refusal;
import org.springframework.stereotype.Component;

/** Whether whoever started a run still has the right to it. */
@Component
class StarterRights {
    private final Access access;

    StarterRights(Access access) {
        this.access = access;
    }

    boolean lostFor(Run run) {
        try {
            access.participant(run.workspaceId(), run.projectId(), run.startedBy());
            return false;
        } catch (Refusal refused) {
            return true;
        }
    }
}
