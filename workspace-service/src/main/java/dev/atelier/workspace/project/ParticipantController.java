package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.workspace.people.PersonLookup;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspaceId}/projects/{projectId}/participants")
class ParticipantController {
    private final ProjectStore projectStore;
    private final ProjectService projectService;
    private final PersonLookup personLookup;

    ParticipantController(ProjectStore projectStore, ProjectService projectService, PersonLookup personLookup) {
        this.projectStore = projectStore;
        this.projectService = projectService;
        this.personLookup = personLookup;
    }

    /** Lists the participants of the project. */
    @GetMapping
    CursorPage<ParticipantResponse> all(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            CursorPageRequest page,
            Caller caller) {
        var cursor = page.cursor();
        var after = cursor == null ? "" : cursor.id(0, UserId.class).toString();
        projectStore.requireReader(workspaceId, projectId, caller.userId());
        var ids = projectStore.findParticipants(workspaceId, projectId).stream()
                .filter(id -> id.toString().compareTo(after) > 0)
                .sorted(Comparator.comparing(UserId::toString))
                .limit(page.limitPlusOne())
                .toList();
        var cut = CursorPage.of(ids, page, PageCursorCodec::of);
        var known = personLookup.find(cut.items());
        return cut.map(id -> ParticipantResponse.of(known.apply(id)));
    }

    /** Adds a member of the workspace to the project. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @Valid @RequestBody AddParticipantRequest body,
            Caller caller) {
        projectService.addParticipant(workspaceId, projectId, body.userId(), caller.userId());
    }

    /**
     * With their own id, the caller leaves the project. The manager and the project's creator can remove somebody else,
     * who stays a member of the workspace and is notified by mail.
     */
    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable UserId userId,
            Caller caller) {
        if (userId.equals(caller.userId())) {
            projectService.leave(workspaceId, projectId, userId);
        } else {
            projectService.removeParticipant(workspaceId, projectId, userId, caller.userId());
        }
    }

    record AddParticipantRequest(@NotNull UserId userId) {}
}
