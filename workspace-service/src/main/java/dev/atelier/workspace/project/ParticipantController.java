package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.workspace.people.People;
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
@RequestMapping("/api/workspaces/{w}/projects/{p}/participants")
class ParticipantController {
    private final Projects projects;
    private final Participation participation;
    private final People people;

    ParticipantController(Projects projects, Participation participation, People people) {
        this.projects = projects;
        this.participation = participation;
        this.people = people;
    }

    @GetMapping
    Page<ParticipantView> all(@PathVariable WorkspaceId w, @PathVariable ProjectId p, PageRequest page, Caller caller) {
        var cursor = page.cursor();
        var after = cursor == null ? "" : cursor.id(0, UserId.class).toString();
        projects.demandReader(w, p, caller.userId());
        var ids = projects.participants(w, p).stream()
                .filter(id -> id.toString().compareTo(after) > 0)
                .sorted(Comparator.comparing(UserId::toString))
                .limit(page.limitAndOne())
                .toList();
        var cut = Page.of(ids, page, Cursors::of);
        var known = people.of(cut.items());
        return cut.map(id -> ParticipantView.of(known.apply(id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bringIn(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @Valid @RequestBody NewParticipant body,
            Caller caller) {
        participation.bringIn(w, p, body.userId(), caller.userId());
    }

    /**
     * With one's own id, leaves the project. The manager and who began the project take somebody else off it, who stays a member of the
     * workspace and is told by mail.
     */
    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable WorkspaceId w, @PathVariable ProjectId p, @PathVariable UserId userId, Caller caller) {
        if (userId.equals(caller.userId())) {
            participation.leave(w, p, userId);
        } else {
            participation.remove(w, p, userId, caller.userId());
        }
    }

    record NewParticipant(@NotNull UserId userId) {}
}
