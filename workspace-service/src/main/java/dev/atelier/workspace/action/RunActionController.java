package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.CallingService;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.action.content.CreateActionByRunRequest;
import dev.atelier.workspace.action.content.UpdateActionByRunRequest;
import dev.atelier.workspace.project.ProjectStore;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operations of runs on actions, with the current rights of the person they act for; once for each idempotency key. */
@RestController
@RequestMapping("/internal/workspaces/{workspaceId}/projects/{projectId}/actions")
class RunActionController {
    private static final String RUNS = "agent-run-service";

    private final ActionService actionService;
    private final ProjectStore projectStore;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    RunActionController(
            ActionService actionService,
            ProjectStore projectStore,
            IdempotentRequestExecutor idempotentRequestExecutor) {
        this.actionService = actionService;
        this.projectStore = projectStore;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /** Creates an action for a run. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ActionResponse> create(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @Valid @RequestBody CreateActionByRunRequest body,
            IdempotencyKey key,
            Caller caller,
            CallingService service) {
        service.require(RUNS);
        projectStore.requireReader(workspaceId, projectId, caller.userId());
        var view = idempotentRequestExecutor.execute(
                key,
                body,
                ActionResponse.class,
                () -> ActionResponse.of(
                        actionService.create(workspaceId, projectId, body.content(), caller.userId(), body.runId())));
        return ResponseEntity.created(URI.create(
                        "/api/workspaces/" + workspaceId + "/projects/" + projectId + "/actions/" + view.id()))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    /** Returns an action for a run. */
    @GetMapping("/{actionId}")
    ResponseEntity<ActionResponse> one(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            Caller caller) {
        return tagged(ActionResponse.of(actionService.read(workspaceId, projectId, actionId, caller.userId())));
    }

    /**
     * Edits an action. With {@code If-Match} only that version; without it the current one, and the history shows the
     * change.
     */
    @PatchMapping("/{actionId}")
    ResponseEntity<ActionResponse> edit(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            @Valid @RequestBody UpdateActionByRunRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            IdempotencyKey key,
            Caller caller,
            CallingService service) {
        service.require(RUNS);
        var expected = ifMatch == null ? null : new ExpectedVersion(ETags.version(ifMatch));
        actionService.read(workspaceId, projectId, actionId, caller.userId());
        return tagged(idempotentRequestExecutor.execute(key, body, ActionResponse.class, () -> {
            Action edited = actionService.edit(
                    workspaceId, projectId, actionId, body::applyTo, expected, caller.userId(), body.runId());
            return ActionResponse.of(edited);
        }));
    }

    private static ResponseEntity<ActionResponse> tagged(ActionResponse view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
