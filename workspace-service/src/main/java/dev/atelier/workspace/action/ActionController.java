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
@RequestMapping("/api/workspaces/{w}/projects/{p}/actions")
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

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ActionResponse> create(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @Valid @RequestBody CreateActionRequest body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        projectStore.demandReader(w, p, caller.userId());
        var view = idempotentRequestExecutor.answer(
                key,
                body,
                ActionResponse.class,
                () -> ActionResponse.of(actionService.create(w, p, body.content(), caller.userId(), null)));
        return ResponseEntity.created(URI.create("/api/workspaces/" + w + "/projects/" + p + "/actions/" + view.id()))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    @GetMapping
    CursorPage<ActionResponse> list(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @ParameterObject ActionFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String direction,
            CursorPageRequest page,
            Caller caller) {
        projectStore.demandReader(w, p, caller.userId());
        return lists.page(w, p, filter, ActionSort.of(sort, direction), page).map(ActionResponse::of);
    }

    @GetMapping("/{a}")
    ResponseEntity<ActionResponse> one(
            @PathVariable WorkspaceId w, @PathVariable ProjectId p, @PathVariable ActionId a, Caller caller) {
        return tagged(actionService.read(w, p, a, caller.userId()));
    }

    @PatchMapping("/{a}")
    ResponseEntity<ActionResponse> edit(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @PathVariable ActionId a,
            @Valid @RequestBody UpdateActionRequest body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(actionService.edit(w, p, a, body::onto, expected, caller.userId(), null));
    }

    private static ResponseEntity<ActionResponse> tagged(Action action) {
        return ResponseEntity.ok().eTag(ETags.of(action.version())).body(ActionResponse.of(action));
    }
}
