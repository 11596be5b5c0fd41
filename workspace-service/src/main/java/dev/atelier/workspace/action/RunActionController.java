package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.CallingService;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
import dev.atelier.workspace.action.content.NewRunAction;
import dev.atelier.workspace.action.content.RunActionPatch;
import dev.atelier.workspace.project.Projects;
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

/** What runs do with work items, with the rights of the person they run for at that moment; once for each key. */
@RestController
@RequestMapping("/internal/workspaces/{w}/projects/{p}/actions")
class RunActionController {
    private static final String RUNS = "agent-run-service";

    private final Actions actions;
    private final Projects projects;
    private final Idempotency idempotency;

    RunActionController(Actions actions, Projects projects, Idempotency idempotency) {
        this.actions = actions;
        this.projects = projects;
        this.idempotency = idempotency;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ActionView> create(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @Valid @RequestBody NewRunAction body,
            IdempotencyKey key,
            Caller caller,
            CallingService service) {
        service.mustBe(RUNS);
        projects.demandReader(w, p, caller.userId());
        var view = idempotency.answer(
                key,
                body,
                ActionView.class,
                () -> ActionView.of(actions.create(w, p, body.content(), caller.userId(), body.runId())));
        return ResponseEntity.created(URI.create("/api/workspaces/" + w + "/projects/" + p + "/actions/" + view.id()))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    @GetMapping("/{a}")
    ResponseEntity<ActionView> one(
            @PathVariable WorkspaceId w, @PathVariable ProjectId p, @PathVariable ActionId a, Caller caller) {
        return tagged(ActionView.of(actions.read(w, p, a, caller.userId())));
    }

    /** With {@code If-Match} on that version alone; without it on whatever is there, and the history shows it. */
    @PatchMapping("/{a}")
    ResponseEntity<ActionView> edit(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @PathVariable ActionId a,
            @Valid @RequestBody RunActionPatch body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            IdempotencyKey key,
            Caller caller,
            CallingService service) {
        service.mustBe(RUNS);
        var expected = ifMatch == null ? null : new ExpectedVersion(ETags.version(ifMatch));
        actions.read(w, p, a, caller.userId());
        return tagged(idempotency.answer(key, body, ActionView.class, () -> {
            Action edited = actions.edit(w, p, a, body::onto, expected, caller.userId(), body.runId());
            return ActionView.of(edited);
        }));
    }

    private static ResponseEntity<ActionView> tagged(ActionView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
