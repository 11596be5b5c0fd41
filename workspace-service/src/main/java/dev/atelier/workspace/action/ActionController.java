package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
import dev.atelier.workspace.action.content.ActionPatch;
import dev.atelier.workspace.action.content.NewAction;
import dev.atelier.workspace.project.Projects;
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
    private final Actions actions;
    private final ActionLists lists;
    private final Projects projects;
    private final Idempotency idempotency;

    ActionController(Actions actions, ActionLists lists, Projects projects, Idempotency idempotency) {
        this.actions = actions;
        this.lists = lists;
        this.projects = projects;
        this.idempotency = idempotency;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ActionView> create(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @Valid @RequestBody NewAction body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        projects.demandReader(w, p, caller.userId());
        var view = idempotency.answer(
                key,
                body,
                ActionView.class,
                () -> ActionView.of(actions.create(w, p, body.content(), caller.userId(), null)));
        return ResponseEntity.created(URI.create("/api/workspaces/" + w + "/projects/" + p + "/actions/" + view.id()))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    @GetMapping
    Page<ActionView> list(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @ParameterObject ActionFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String direction,
            PageRequest page,
            Caller caller) {
        projects.demandReader(w, p, caller.userId());
        return lists.page(w, p, filter, ActionOrder.of(sort, direction), page).map(ActionView::of);
    }

    @GetMapping("/{a}")
    ResponseEntity<ActionView> one(
            @PathVariable WorkspaceId w, @PathVariable ProjectId p, @PathVariable ActionId a, Caller caller) {
        return tagged(actions.read(w, p, a, caller.userId()));
    }

    @PatchMapping("/{a}")
    ResponseEntity<ActionView> edit(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @PathVariable ActionId a,
            @Valid @RequestBody ActionPatch body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(actions.edit(w, p, a, body::onto, expected, caller.userId(), null));
    }

    private static ResponseEntity<ActionView> tagged(Action action) {
        return ResponseEntity.ok().eTag(ETags.of(action.version())).body(ActionView.of(action));
    }
}
