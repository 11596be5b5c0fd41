package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.action.content.CreateActionRequest;
import dev.atelier.workspace.action.content.UpdateActionRequest;
import dev.atelier.workspace.project.ProjectStore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspaceId}/projects/{projectId}/actions")
class ActionController {
    private final ActionService actionService;
    private final ActionFinder lists;
    private final ProjectStore projectStore;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    ActionController(
            ActionService actionService,
            ActionFinder lists,
            ProjectStore projectStore,
            IdempotentRequestExecutor idempotentRequestExecutor) {
        this.actionService = actionService;
        this.lists = lists;
        this.projectStore = projectStore;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /** Creates an action. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ActionResponse> create(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @Valid @RequestBody CreateActionRequest body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        projectStore.requireReader(workspaceId, projectId, caller.userId());
        var view = idempotentRequestExecutor.execute(
                key,
                body,
                ActionResponse.class,
                () -> ActionResponse.of(
                        actionService.create(workspaceId, projectId, body.content(), caller.userId(), null)));
        return ResponseEntity.created(URI.create(
                        "/api/workspaces/" + workspaceId + "/projects/" + projectId + "/actions/" + view.id()))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    /** Lists and searches the actions of the project. */
    @GetMapping
    CursorPage<ActionResponse> list(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @ParameterObject ActionFilter filter,
            @Schema(allowableValues = {"created", "due", "priority", "title"}) @RequestParam(required = false) @Nullable String sort,
            @Schema(allowableValues = {"asc", "desc"}) @RequestParam(required = false) @Nullable String direction,
            CursorPageRequest page,
            Caller caller) {
        projectStore.requireReader(workspaceId, projectId, caller.userId());
        return lists.findPage(workspaceId, projectId, filter, ActionSort.of(sort, direction), page)
                .map(ActionResponse::of);
    }

    /** Returns an action. */
    @GetMapping("/{actionId}")
    ResponseEntity<ActionResponse> one(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            Caller caller) {
        return tagged(actionService.read(workspaceId, projectId, actionId, caller.userId()));
    }

    /** Changes an action. */
    @PatchMapping("/{actionId}")
    ResponseEntity<ActionResponse> edit(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            @Valid @RequestBody UpdateActionRequest body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(
                actionService.edit(workspaceId, projectId, actionId, body::applyTo, expected, caller.userId(), null));
    }

    private static ResponseEntity<ActionResponse> tagged(Action action) {
        return ResponseEntity.ok().eTag(ETags.of(action.version())).body(ActionResponse.of(action));
    }
}
