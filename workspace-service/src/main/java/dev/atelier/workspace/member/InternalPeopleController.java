package dev.atelier.workspace.member;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.security.Caller;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.people.Person;
import dev.atelier.workspace.people.PersonLookup;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InternalPeopleController {
    private static final int MAX_IDS = 500;

    private final MembershipStore membershipStore;
    private final PersonLookup personLookup;

    InternalPeopleController(MembershipStore membershipStore, PersonLookup personLookup) {
        this.membershipStore = membershipStore;
        this.personLookup = personLookup;
    }

    /** Returns the names of those of these people who are or were members, to a member; at most 500 ids. */
    @GetMapping("/internal/workspaces/{workspaceId}/users")
    List<PersonNameResponse> names(
            @PathVariable WorkspaceId workspaceId, @RequestParam List<UserId> ids, Caller caller) {
        if (ids.size() > MAX_IDS) {
            throw InvalidInput.of("ids", "must be at most " + MAX_IDS);
        }
        membershipStore.require(workspaceId, caller.userId());
        var known = membershipStore.findCurrentAndFormer(workspaceId, ids).stream()
                .map(Membership::userId)
                .toList();
        var named = personLookup.find(known);
        return known.stream().map(named).map(PersonNameResponse::of).toList();
    }

    /** Returns the address until activation, and the name after it. */
    record PersonNameResponse(UserId userId, String displayName) {
        static PersonNameResponse of(Person person) {
            return new PersonNameResponse(person.userId(), person.displayName());
        }
    }
}
