package dev.atelier.workspace.action.saved;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
import dev.atelier.workspace.project.Projects;
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
@RequestMapping("/api/workspaces/{w}/projects/{p}/views")
class ViewController {
    private final Views views;
    private final Projects projects;
    private final Idempotency idempotency;

    ViewController(Views views, Projects projects, Idempotency idempotency) {
        this.views = views;
        this.projects = projects;
        this.idempotency = idempotency;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ViewView> save(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @Valid @RequestBody NewView body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        projects.demandReader(w, p, caller.userId());
        var view = idempotency.answer(
                key, body, ViewView.class, () -> ViewView.of(views.save(w, p, body, caller.userId())));
        return ResponseEntity.created(URI.create("/api/workspaces/" + w + "/projects/" + p + "/views/" + view.id()))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    /** The shared ones and the reader's own, oldest first. */
    @GetMapping
    Page<ViewView> all(@PathVariable WorkspaceId w, @PathVariable ProjectId p, PageRequest page, Caller caller) {
        var cursor = page.cursor();
        var after = cursor == null ? "" : cursor.id(0, ViewId.class).toString();
        var read = views.all(w, p, caller.userId()).stream()
                .filter(view -> view.id().toString().compareTo(after) > 0)
                .limit(page.limitAndOne())
                .toList();
        return Page.of(read, page, last -> Cursors.of(last.id())).map(ViewView::of);
    }

    @GetMapping("/{v}")
    ResponseEntity<ViewView> one(
            @PathVariable WorkspaceId w, @PathVariable ProjectId p, @PathVariable ViewId v, Caller caller) {
        return tagged(views.read(w, p, v, caller.userId()));
    }

    @PatchMapping("/{v}")
    ResponseEntity<ViewView> change(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @PathVariable ViewId v,
            @Valid @RequestBody ViewPatch body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(views.change(w, p, v, body, expected, caller.userId()));
    }

    @DeleteMapping("/{v}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @PathVariable ViewId v,
            ExpectedVersion expected,
            Caller caller) {
        views.delete(w, p, v, expected, caller.userId());
    }

    private static ResponseEntity<ViewView> tagged(SavedView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(ViewView.of(view));
    }
}
