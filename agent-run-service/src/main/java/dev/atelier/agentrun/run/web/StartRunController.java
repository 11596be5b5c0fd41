package dev.atelier.agentrun.run.web;

import dev.atelier.agentrun.run.queue.RunStartAdmission;
import dev.atelier.agentrun.run.queue.StartRun;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.RefusedWhenSuspended;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StartRunController {
    private final StartRun startRun;
    private final RunStartAdmission admission;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    StartRunController(
            StartRun startRun, RunStartAdmission admission, IdempotentRequestExecutor idempotentRequestExecutor) {
        this.startRun = startRun;
        this.admission = admission;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /**
     * Starts a run, once for each Idempotency-Key of the person: a retry of the same request returns the same run. 429
     * {@code too-many-starts} and 503 {@code starts-busy} mean that nothing was done; {@code Retry-After} tells when to
     * retry.
     */
    @RefusedWhenSuspended
    @PostMapping("/api/workspaces/{workspaceId}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<RunResponse> start(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody StartRunRequest body,
            IdempotencyKey key,
            Caller caller) {
        var startRunCommand = new StartRun.StartRunCommand(
                body.agentId(), body.projectId(), body.input(), Boolean.TRUE.equals(body.sendReportByMail()));
        var run = admission.admit(workspaceId, caller.userId(), () -> {
            var turn = startRun.takeTurn(workspaceId, body.projectId(), caller.userId());
            return idempotentRequestExecutor.execute(
                    key,
                    body,
                    RunResponse.class,
                    () -> RunResponse.of(startRun.start(workspaceId, startRunCommand, turn, caller.userId())));
        });
        return ResponseEntity.accepted()
                .location(URI.create("/api/workspaces/" + workspaceId + "/runs/" + run.id()))
                .body(run);
    }

    /**
     * The run to start.
     *
     * @param input the request to the agent, 1 to 20,000 characters
     * @param sendReportByMail whether the run's report is mailed to the starter; the default is false
     */
    record StartRunRequest(
            @NotNull AgentId agentId,
            @NotNull ProjectId projectId,
            @NotBlank @Size(max = 20_000) String input,
            @Nullable Boolean sendReportByMail) {}
}
