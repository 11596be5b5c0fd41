package dev.atelier.workspace.member;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.people.PersonLookup;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspaceId}")
class MemberController {
    private final MembershipStore membershipStore;
    private final RemoveMember removeMember;
    private final PersonLookup personLookup;

    MemberController(MembershipStore membershipStore, RemoveMember removeMember, PersonLookup personLookup) {
        this.membershipStore = membershipStore;
        this.removeMember = removeMember;
        this.personLookup = personLookup;
    }

    /** Lists the members of the workspace. */
    @GetMapping("/members")
    CursorPage<MemberResponse> all(@PathVariable WorkspaceId workspaceId, CursorPageRequest request, Caller caller) {
        var manages = membershipStore.require(workspaceId, caller.userId()).role() == WorkspaceRole.MANAGER;
        var cursor = request.cursor();
        var after = cursor == null ? null : cursor.id(0, UserId.class);
        var page = CursorPage.of(
                membershipStore.findPage(workspaceId, after, request.limitPlusOne()),
                request,
                membership -> PageCursorCodec.of(membership.userId()));
        var known =
                personLookup.find(page.items().stream().map(Membership::userId).toList());
        return page.map(membership -> MemberResponse.of(membership, known.apply(membership.userId()), manages));
    }

    /** Removes a member. With their own id, the caller leaves. */
    @DeleteMapping("/members/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable WorkspaceId workspaceId, @PathVariable UserId userId, Caller caller) {
        if (userId.equals(caller.userId())) {
            removeMember.leave(workspaceId, userId);
        } else {
            removeMember.remove(workspaceId, userId, caller.userId());
        }
    }

    /** Ends the membership of the caller. */
    @PostMapping("/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable WorkspaceId workspaceId, Caller caller) {
        removeMember.leave(workspaceId, caller.userId());
    }
}
