package dev.atelier.workspace.member;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.people.People;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{w}")
class MemberController {
    private final Memberships memberships;
    private final Departures departures;
    private final People people;

    MemberController(Memberships memberships, Departures departures, People people) {
        this.memberships = memberships;
        this.departures = departures;
        this.people = people;
    }

    @GetMapping("/members")
    Page<MemberView> all(@PathVariable WorkspaceId w, PageRequest request, Caller caller) {
        var manages = memberships.demand(w, caller.userId()).role() == Role.MANAGER;
        var cursor = request.cursor();
        var after = cursor == null ? null : cursor.id(0, UserId.class);
        var page = Page.of(
                memberships.of(w, after, request.limitAndOne()),
                request,
                membership -> Cursors.of(membership.userId()));
        var known = people.of(page.items().stream().map(Membership::userId).toList());
        return page.map(membership -> MemberView.of(membership, known.apply(membership.userId()), manages));
    }

    /** Removes a member; with one's own id, leaves. */
    @DeleteMapping("/members/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable WorkspaceId w, @PathVariable UserId userId, Caller caller) {
        if (userId.equals(caller.userId())) {
            departures.leave(w, userId);
        } else {
            departures.remove(w, userId, caller.userId());
        }
    }

    @PostMapping("/departure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable WorkspaceId w, Caller caller) {
        departures.leave(w, caller.userId());
    }
}
