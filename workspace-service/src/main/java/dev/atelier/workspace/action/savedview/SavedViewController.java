package dev.atelier.workspace.action.savedview;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.workspace.project.ProjectStore;
import jakarta.validation.Valid;
import java.net.URI;
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
@RequestMapping("/api/workspaces/{workspaceId}/projects/{projectId}/views")
class SavedViewController {
    private final SavedViewService savedViewService;
    private final ProjectStore projectStore;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    SavedViewController(
            SavedViewService savedViewService,
            ProjectStore projectStore,
            IdempotentRequestExecutor idempotentRequestExecutor) {
        this.savedViewService = savedViewService;
        this.projectStore = projectStore;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /** Saves a view. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SavedViewResponse> save(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @Valid @RequestBody CreateSavedViewRequest body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        projectStore.requireReader(workspaceId, projectId, caller.userId());
        var view = idempotentRequestExecutor.execute(
                key,
                body,
                SavedViewResponse.class,
                () -> SavedViewResponse.of(savedViewService.save(workspaceId, projectId, body, caller.userId())));
        return ResponseEntity.created(
                        URI.create("/api/workspaces/" + workspaceId + "/projects/" + projectId + "/views/" + view.id()))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    /** Lists the shared views and the caller's own, oldest first. */
    @GetMapping
    CursorPage<SavedViewResponse> all(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            CursorPageRequest page,
            Caller caller) {
        var cursor = page.cursor();
        var after = cursor == null ? "" : cursor.id(0, SavedViewId.class).toString();
        var read = savedViewService.all(workspaceId, projectId, caller.userId()).stream()
                .filter(view -> view.id().toString().compareTo(after) > 0)
                .limit(page.limitPlusOne())
                .toList();
        return CursorPage.of(read, page, last -> PageCursorCodec.of(last.id())).map(SavedViewResponse::of);
    }

    /** Returns a saved view. */
    @GetMapping("/{savedViewId}")
    ResponseEntity<SavedViewResponse> one(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable SavedViewId savedViewId,
            Caller caller) {
        return tagged(savedViewService.read(workspaceId, projectId, savedViewId, caller.userId()));
    }

    /** Changes a saved view. */
    @PatchMapping("/{savedViewId}")
    ResponseEntity<SavedViewResponse> change(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable SavedViewId savedViewId,
            @Valid @RequestBody UpdateSavedViewRequest body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(savedViewService.change(workspaceId, projectId, savedViewId, body, expected, caller.userId()));
    }

    /** Deletes a saved view. */
    @DeleteMapping("/{savedViewId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable SavedViewId savedViewId,
            ExpectedVersion expected,
            Caller caller) {
        savedViewService.delete(workspaceId, projectId, savedViewId, expected, caller.userId());
    }

    private static ResponseEntity<SavedViewResponse> tagged(SavedView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(SavedViewResponse.of(view));
    }
}
