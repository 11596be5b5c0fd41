package dev.atelier.agentrun.run.starting;

import dev.atelier.agentrun.run.reading.RunView;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.MayBeSuspended;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
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
class StartController {
    private final Starting starting;
    private final StartAdmission admission;
    private final Idempotency idempotency;

    StartController(Starting starting, StartAdmission admission, Idempotency idempotency) {
        this.starting = starting;
        this.admission = admission;
        this.idempotency = idempotency;
    }

    /**
     * Starts a run, once for each Idempotency-Key of the person: the same request sent again after a lost answer gets the same run. 429
     * {@code too-many-starts} and 503 {@code starts-busy} say that nothing was done and when to send it again.
     */
    @MayBeSuspended
    @PostMapping("/api/workspaces/{w}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<RunView> start(
            @PathVariable("w") WorkspaceId workspaceId,
            @Valid @RequestBody NewRun body,
            IdempotencyKey key,
            Caller caller) {
        var wish = new Starting.Wish(
                body.agentId(), body.projectId(), body.input(), Boolean.TRUE.equals(body.reportByMail()));
        var run = admission.admit(workspaceId, caller.userId(), () -> {
            var turn = starting.turn(workspaceId, body.projectId(), caller.userId());
            return idempotency.answer(
                    key,
                    body,
                    RunView.class,
                    () -> RunView.of(starting.start(workspaceId, wish, turn, caller.userId())));
        });
        return ResponseEntity.accepted()
                .location(URI.create("/api/workspaces/" + workspaceId + "/runs/" + run.id()))
                .body(run);
    }

    /**
     * A run to start.
     *
     * @param input what the agent is asked, 1 to 20,000 characters
     * @param reportByMail whether the run's report is mailed to the starter; not where it is missing
     */
    record NewRun(
            @NotNull AgentId agentId,
            @NotNull ProjectId projectId,
            @NotBlank @Size(max = 20_000) String input,
            @Nullable Boolean reportByMail) {}
}
