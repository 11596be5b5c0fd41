package dev.atelier.agentrun.run.web;

import dev.atelier.agentrun.run.RunState;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RunController {
    private final RunQueries runQueries;

    RunController(RunQueries runQueries) {
        this.runQueries = runQueries;
    }

    /** Lists the runs of the workspace. */
    @GetMapping("/api/workspaces/{workspaceId}/runs")
    CursorPage<RunResponse> list(
            @PathVariable WorkspaceId workspaceId,
            @RequestParam(required = false) @Nullable AgentId agentId,
            @RequestParam(required = false) @Nullable ProjectId projectId,
            @RequestParam(required = false) @Nullable RunState state,
            CursorPageRequest page,
            Caller caller) {
        return runQueries.list(workspaceId, agentId, projectId, state, page, caller.userId());
    }

    /** Returns a run. */
    @GetMapping("/api/workspaces/{workspaceId}/runs/{runId}")
    RunResponse get(@PathVariable WorkspaceId workspaceId, @PathVariable RunId runId, Caller caller) {
        return runQueries.get(workspaceId, runId, caller.userId());
    }

    /** Returns all steps of a run; a run has at most a few hundred. */
    @GetMapping("/api/workspaces/{workspaceId}/runs/{runId}/steps")
    CursorPage<RunStepResponse> steps(@PathVariable WorkspaceId workspaceId, @PathVariable RunId runId, Caller caller) {
        return new CursorPage<>(runQueries.steps(workspaceId, runId, caller.userId()), null);
    }

    /** Returns a run with all that a report shows of it. */
    @GetMapping("/internal/workspaces/{workspaceId}/runs/{runId}")
    RunQueries.RunDetailsResponse full(
            @PathVariable WorkspaceId workspaceId, @PathVariable RunId runId, Caller caller) {
        return runQueries.full(workspaceId, runId, caller.userId());
    }
}
