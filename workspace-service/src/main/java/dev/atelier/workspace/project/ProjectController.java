package dev.atelier.workspace.project;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
import dev.atelier.kit.web.text.OneLine;
import dev.atelier.workspace.deletion.DeletionProgress;
import dev.atelier.workspace.deletion.DeletionView;
import dev.atelier.workspace.deletion.TypedName;
import dev.atelier.workspace.membership.Memberships;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
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
@RequestMapping("/api/workspaces/{w}/projects")
class ProjectController {
    private static final ProjectId BEFORE_ALL = new ProjectId(new UUID(0, 0));

    private final Participation participation;
    private final Disbanding disbanding;
    private final DeletionProgress progress;
    private final Projects projects;
    private final ProjectDocuments documents;
    private final Memberships memberships;
    private final Idempotency idempotency;

    ProjectController(
            Participation participation,
            Disbanding disbanding,
            DeletionProgress progress,
            Projects projects,
            ProjectDocuments documents,
            Memberships memberships,
            Idempotency idempotency) {
        this.participation = participation;
        this.disbanding = disbanding;
        this.progress = progress;
        this.projects = projects;
        this.documents = documents;
        this.memberships = memberships;
        this.idempotency = idempotency;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProjectView> begin(
            @PathVariable WorkspaceId w,
            @Valid @RequestBody ProjectName body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        memberships.demand(w, caller.userId());
        var view = idempotency.answer(key, body, ProjectView.class, () -> begin(w, body, caller));
        // The answer of an earlier request is for those who may still read the project.
        projects.demandReader(w, view.id(), caller.userId());
        return ResponseEntity.created(URI.create("/api/workspaces/" + w + "/projects/" + view.id()))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    /** The reader's own, oldest first; for the manager all. */
    @GetMapping
    Page<ProjectView> readable(@PathVariable WorkspaceId w, PageRequest page, Caller caller) {
        var member = memberships.demand(w, caller.userId());
        var cursor = page.cursor();
        var after = cursor == null ? BEFORE_ALL : cursor.id(0, ProjectId.class);
        var limit = Limit.of(page.limitAndOne());
        List<Project> read = member.role() == Role.MANAGER
                ? documents.findByWorkspaceIdAndIdGreaterThanOrderById(w, after, limit)
                : documents.findByWorkspaceIdAndParticipantsAndIdGreaterThanOrderById(w, caller.userId(), after, limit);
        return Page.of(read, page, last -> Cursors.of(last.id())).map(ProjectView::of);
    }

    @GetMapping("/{p}")
    ResponseEntity<ProjectView> one(@PathVariable WorkspaceId w, @PathVariable ProjectId p, Caller caller) {
        return tagged(projects.demand(w, p, caller.userId()).project());
    }

    @PatchMapping("/{p}")
    ResponseEntity<ProjectView> rename(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @Valid @RequestBody ProjectPatch body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(participation.rename(w, p, body.name(), expected, caller.userId()));
    }

    /** For good, with everything in it; its name is to be typed. Its creator and the manager may. */
    @DeleteMapping("/{p}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<DeletionView> delete(
            @PathVariable WorkspaceId w, @PathVariable ProjectId p, @Valid @RequestBody TypedName body, Caller caller) {
        return progress.accepted(disbanding.delete(w, p, body, caller.userId()));
    }

    private ProjectView begin(WorkspaceId w, ProjectName body, Caller caller) {
        return ProjectView.of(participation.begin(w, body.name().strip(), caller.userId()));
    }

    private static ResponseEntity<ProjectView> tagged(Project project) {
        return ResponseEntity.ok().eTag(ETags.of(project.shownVersion())).body(ProjectView.of(project));
    }

    /** What is to change: the name, 1 to 120 characters; without it nothing does. */
    @PartialUpdate
    record ProjectPatch(
            @Nullable @Size(max = 120) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @OneLine
            String name) {}

    /** 1 to 120 characters. */
    record ProjectName(@NotBlank @Size(max = 120) @OneLine String name) {}
}
