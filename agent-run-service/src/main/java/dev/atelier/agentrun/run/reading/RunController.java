package dev.atelier.agentrun.run.reading;

import dev.atelier.agentrun.run.RunState;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RunController {
    private final Reading reading;

    RunController(Reading reading) {
        this.reading = reading;
    }

    @GetMapping("/api/workspaces/{w}/runs")
    Page<RunView> list(
            @PathVariable("w") WorkspaceId workspaceId,
            @RequestParam(required = false) @Nullable AgentId agent,
            @RequestParam(required = false) @Nullable ProjectId project,
            @RequestParam(required = false) @Nullable RunState state,
            PageRequest page,
            Caller caller) {
        return reading.list(workspaceId, agent, project, state, page, caller.userId());
    }

    @GetMapping("/api/workspaces/{w}/runs/{r}")
    RunView get(@PathVariable("w") WorkspaceId workspaceId, @PathVariable("r") RunId runId, Caller caller) {
        return reading.get(workspaceId, runId, caller.userId());
    }

    /** All steps: a run has at most a few hundred. */
    @GetMapping("/api/workspaces/{w}/runs/{r}/steps")
    Page<StepView> steps(@PathVariable("w") WorkspaceId workspaceId, @PathVariable("r") RunId runId, Caller caller) {
        return new Page<>(reading.steps(workspaceId, runId, caller.userId()), null);
    }

    @GetMapping("/internal/workspaces/{w}/runs/{r}")
    Reading.FullRun full(@PathVariable("w") WorkspaceId workspaceId, @PathVariable("r") RunId runId, Caller caller) {
        return reading.full(workspaceId, runId, caller.userId());
    }
}
