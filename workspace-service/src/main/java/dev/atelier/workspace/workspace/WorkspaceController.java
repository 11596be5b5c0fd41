package dev.atelier.workspace.workspace;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.workspace.deletion.ConfirmDeletionRequest;
import dev.atelier.workspace.deletion.DeletionResponse;
import dev.atelier.workspace.deletion.DeletionResponseFactory;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.MembershipStore;
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
    private final CreateWorkspace createWorkspace;
    private final UpdateWorkspace updateWorkspace;
    private final DeleteWorkspace deleteWorkspace;
    private final DeletionResponseFactory progress;
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    WorkspaceController(
            CreateWorkspace createWorkspace,
            UpdateWorkspace updateWorkspace,
            DeleteWorkspace deleteWorkspace,
            DeletionResponseFactory progress,
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            IdempotentRequestExecutor idempotentRequestExecutor) {
        this.createWorkspace = createWorkspace;
        this.deleteWorkspace = deleteWorkspace;
        this.progress = progress;
        this.updateWorkspace = updateWorkspace;
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /** Creates a workspace. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WorkspaceResponse> create(
            @Valid @RequestBody CreateWorkspaceRequest body, Optional<IdempotencyKey> key, Caller caller) {
        var view = idempotentRequestExecutor.execute(
                key, body, WorkspaceResponse.class, () -> create(body, caller.userId()));
        // The stored response of an earlier request is returned only to members.
        membershipStore.require(view.id(), caller.userId());
        return ResponseEntity.created(URI.create("/api/workspaces/" + view.id()))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    /** Lists the workspaces of the caller. */
    @GetMapping
    CursorPage<WorkspaceResponse> list(CursorPageRequest request, Caller caller) {
        var cursor = request.cursor();
        var after = cursor == null ? null : cursor.id(0, WorkspaceId.class);
        var page = CursorPage.of(
                membershipStore.findPage(caller.userId(), after, request.limitPlusOne()),
                request,
                membership -> PageCursorCodec.of(membership.workspaceId()));
        var found = workspaceStore.findAll(
                page.items().stream().map(Membership::workspaceId).toList());
        return page.map(membership ->
                WorkspaceResponse.of(Objects.requireNonNull(found.get(membership.workspaceId())), membership));
    }

    /** Returns a workspace. */
    @GetMapping("/{workspaceId}")
    ResponseEntity<WorkspaceResponse> one(@PathVariable WorkspaceId workspaceId, Caller caller) {
        var member = membershipStore.require(workspaceId, caller.userId());
        return tagged(WorkspaceResponse.of(workspaceStore.require(workspaceId), member));
    }

    /** Changes the name or the language of a workspace. */
    @PatchMapping("/{workspaceId}")
    ResponseEntity<WorkspaceResponse> update(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody UpdateWorkspaceRequest body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(updateWorkspace.update(workspaceId, body, expected, caller.userId()));
    }

    /** Deletes a workspace permanently, with its content. The body must contain its name. Only the manager may. */
    @DeleteMapping("/{workspaceId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<DeletionResponse> delete(
            @PathVariable WorkspaceId workspaceId, @Valid @RequestBody ConfirmDeletionRequest body, Caller caller) {
        return progress.accepted(deleteWorkspace.delete(workspaceId, body, caller.userId()));
    }

    private WorkspaceResponse create(CreateWorkspaceRequest body, UserId by) {
        var founded = createWorkspace.create(body.name().strip(), body.languageOrDefault(), by);
        return WorkspaceResponse.of(founded, membershipStore.require(founded.id(), by));
    }

    private static ResponseEntity<WorkspaceResponse> tagged(WorkspaceResponse view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
