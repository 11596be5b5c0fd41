package dev.atelier.agentrun.run.web;

import dev.atelier.agentrun.run.cancellation.CancelRun;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CancelRunController {
    private final CancelRun cancelRun;

    CancelRunController(CancelRun cancelRun) {
        this.cancelRun = cancelRun;
    }

    /** Cancels a run that has not ended. */
    @PostMapping("/api/workspaces/{workspaceId}/runs/{runId}/cancel")
    RunResponse cancel(@PathVariable WorkspaceId workspaceId, @PathVariable RunId runId, Caller caller) {
        return RunResponse.of(cancelRun.cancel(workspaceId, runId, caller.userId()));
    }
}
