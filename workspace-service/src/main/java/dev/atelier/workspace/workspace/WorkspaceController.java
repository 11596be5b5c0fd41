package dev.atelier.workspace.workspace;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
import dev.atelier.workspace.deletion.DeletionProgress;
import dev.atelier.workspace.deletion.DeletionView;
import dev.atelier.workspace.deletion.TypedName;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.Memberships;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces")
class WorkspaceController {
    private final Founding founding;
    private final Naming naming;
    private final Dissolving dissolving;
    private final DeletionProgress progress;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Idempotency idempotency;

    WorkspaceController(
            Founding founding,
            Naming naming,
            Dissolving dissolving,
            DeletionProgress progress,
            Workspaces workspaces,
            Memberships memberships,
            Idempotency idempotency) {
        this.founding = founding;
        this.dissolving = dissolving;
        this.progress = progress;
        this.naming = naming;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.idempotency = idempotency;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WorkspaceView> found(
            @Valid @RequestBody NewWorkspace body, Optional<IdempotencyKey> key, Caller caller) {
        var view = idempotency.answer(key, body, WorkspaceView.class, () -> found(body, caller.userId()));
        // The answer of an earlier request is for members alone.
        memberships.demand(view.id(), caller.userId());
        return ResponseEntity.created(URI.create("/api/workspaces/" + view.id()))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    @GetMapping
    Page<WorkspaceView> mine(PageRequest request, Caller caller) {
        var cursor = request.cursor();
        var after = cursor == null ? null : cursor.id(0, WorkspaceId.class);
        var page = Page.of(
                memberships.of(caller.userId(), after, request.limitAndOne()),
                request,
                membership -> Cursors.of(membership.workspaceId()));
        var found =
                workspaces.of(page.items().stream().map(Membership::workspaceId).toList());
        return page.map(membership ->
                WorkspaceView.of(Objects.requireNonNull(found.get(membership.workspaceId())), membership));
    }

    @GetMapping("/{w}")
    ResponseEntity<WorkspaceView> one(@PathVariable WorkspaceId w, Caller caller) {
        var member = memberships.demand(w, caller.userId());
        return tagged(WorkspaceView.of(workspaces.demand(w), member));
    }

    @PatchMapping("/{w}")
    ResponseEntity<WorkspaceView> describe(
            @PathVariable WorkspaceId w,
            @Valid @RequestBody WorkspacePatch body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(naming.describe(w, body, expected, caller.userId()));
    }

    /** For good, with everything in it; its name is to be typed. The manager alone may. */
    @DeleteMapping("/{w}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<DeletionView> delete(
            @PathVariable WorkspaceId w, @Valid @RequestBody TypedName body, Caller caller) {
        return progress.accepted(dissolving.delete(w, body, caller.userId()));
    }

    private WorkspaceView found(NewWorkspace body, UserId by) {
        var founded = founding.found(body.name().strip(), body.languageOrDefault(), by);
        return WorkspaceView.of(founded, memberships.demand(founded.id(), by));
    }

    private static ResponseEntity<WorkspaceView> tagged(WorkspaceView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
