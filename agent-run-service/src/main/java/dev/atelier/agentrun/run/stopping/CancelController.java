package dev.atelier.agentrun.run.stopping;

import dev.atelier.agentrun.run.reading.RunView;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CancelController {
    private final Cancelling cancelling;

    CancelController(Cancelling cancelling) {
        this.cancelling = cancelling;
    }

    @PostMapping("/api/workspaces/{w}/runs/{r}/cancellation")
    RunView cancel(@PathVariable("w") WorkspaceId workspaceId, @PathVariable("r") RunId runId, Caller caller) {
        return RunView.of(cancelling.cancel(workspaceId, runId, caller.userId()));
    }
}
