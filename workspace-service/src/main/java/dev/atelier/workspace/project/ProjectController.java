package dev.atelier.workspace.project;

import dev.atelier.events.MembershipState.WorkspaceRole;
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
import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.validation.OneLine;
import dev.atelier.workspace.deletion.ConfirmDeletionRequest;
import dev.atelier.workspace.deletion.DeletionResponse;
import dev.atelier.workspace.deletion.DeletionResponseFactory;
import dev.atelier.workspace.membership.MembershipStore;
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
@RequestMapping("/api/workspaces/{workspaceId}/projects")
class ProjectController {
    private static final ProjectId BEFORE_ALL = new ProjectId(new UUID(0, 0));

    private final ProjectService projectService;
    private final DeleteProject deleteProject;
    private final DeletionResponseFactory progress;
    private final ProjectStore projectStore;
    private final ProjectRepository documents;
    private final MembershipStore membershipStore;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    ProjectController(
            ProjectService projectService,
            DeleteProject deleteProject,
            DeletionResponseFactory progress,
            ProjectStore projectStore,
            ProjectRepository documents,
            MembershipStore membershipStore,
            IdempotentRequestExecutor idempotentRequestExecutor) {
        this.projectService = projectService;
        this.deleteProject = deleteProject;
        this.progress = progress;
        this.projectStore = projectStore;
        this.documents = documents;
        this.membershipStore = membershipStore;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /** Creates a project. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProjectResponse> create(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody ProjectNameRequest body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        membershipStore.require(workspaceId, caller.userId());
        var view = idempotentRequestExecutor.execute(
                key, body, ProjectResponse.class, () -> create(workspaceId, body, caller));
        // The stored response of an earlier request is returned only to somebody who may still read the project.
        projectStore.requireReader(workspaceId, view.id(), caller.userId());
        return ResponseEntity.created(URI.create("/api/workspaces/" + workspaceId + "/projects/" + view.id()))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    /** Lists the caller's own projects, oldest first; for the manager, all projects. */
    @GetMapping
    CursorPage<ProjectResponse> list(@PathVariable WorkspaceId workspaceId, CursorPageRequest page, Caller caller) {
        var member = membershipStore.require(workspaceId, caller.userId());
        var cursor = page.cursor();
        var after = cursor == null ? BEFORE_ALL : cursor.id(0, ProjectId.class);
        var limit = Limit.of(page.limitPlusOne());
        List<Project> read = member.role() == WorkspaceRole.MANAGER
                ? documents.findByWorkspaceIdAndIdGreaterThanOrderById(workspaceId, after, limit)
                : documents.findByWorkspaceIdAndParticipantsAndIdGreaterThanOrderById(
                        workspaceId, caller.userId(), after, limit);
        return CursorPage.of(read, page, last -> PageCursorCodec.of(last.id())).map(ProjectResponse::of);
    }

    /** Returns a project. */
    @GetMapping("/{projectId}")
    ResponseEntity<ProjectResponse> one(
            @PathVariable WorkspaceId workspaceId, @PathVariable ProjectId projectId, Caller caller) {
        return tagged(
                projectStore.require(workspaceId, projectId, caller.userId()).project());
    }

    /** Renames a project. */
    @PatchMapping("/{projectId}")
    ResponseEntity<ProjectResponse> rename(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @Valid @RequestBody UpdateProjectRequest body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(projectService.rename(workspaceId, projectId, body.name(), expected, caller.userId()));
    }

    /**
     * Deletes a project permanently, with its content. The body must contain its name. Only its creator and the manager
     * may.
     */
    @DeleteMapping("/{projectId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<DeletionResponse> delete(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @Valid @RequestBody ConfirmDeletionRequest body,
            Caller caller) {
        return progress.accepted(deleteProject.delete(workspaceId, projectId, body, caller.userId()));
    }

    private ProjectResponse create(WorkspaceId w, ProjectNameRequest body, Caller caller) {
        return ProjectResponse.of(projectService.create(w, body.name().strip(), caller.userId()));
    }

    private static ResponseEntity<ProjectResponse> tagged(Project project) {
        return ResponseEntity.ok().eTag(ETags.of(project.shownVersion())).body(ProjectResponse.of(project));
    }

    /** Changes the name, 1 to 120 characters; if it is missing, nothing changes. */
    @PartialUpdate
    record UpdateProjectRequest(
            @Nullable @Size(max = 120) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @OneLine
            String name) {}

    /** 1 to 120 characters. */
    record ProjectNameRequest(
            @NotBlank @Size(max = 120) @OneLine String name) {}
}
