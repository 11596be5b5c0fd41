package dev.atelier.workspace.member;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.InvalidInput;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.people.People;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PeopleController {
    private static final int MAX_IDS = 500;

    private final Memberships memberships;
    private final People people;

    PeopleController(Memberships memberships, People people) {
        this.memberships = memberships;
        this.people = people;
    }

    /** Names of those of these people who are or once were members, for a member; at most 500 ids at once. */
    @GetMapping("/internal/workspaces/{w}/people")
    List<Name> names(@PathVariable WorkspaceId w, @RequestParam List<UserId> ids, Caller caller) {
        if (ids.size() > MAX_IDS) {
            throw InvalidInput.of("ids", "must be at most " + MAX_IDS);
        }
        memberships.demand(w, caller.userId());
        var known = memberships.everOf(w, ids).stream().map(Membership::userId).toList();
        var named = people.of(known);
        return known.stream().map(named).map(Name::of).toList();
    }

    /** By the rule of I3: the address until activation, the names after it. */
    record Name(UserId id, String displayName) {
        static Name of(dev.atelier.workspace.people.Person person) {
            return new Name(person.userId(), person.displayName());
        }
    }
}
