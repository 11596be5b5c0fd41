package dev.atelier.identity.avatar;

import dev.atelier.events.MembershipState;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.Provisioning;
import dev.atelier.identity.account.Register;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.web.NotFound;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/** Who shows which picture to whom. */
@Component
class Showing {
    private final Register register;
    private final Provisioning provisioning;
    private final Avatars avatars;
    private final StateProjection<MembershipState> memberships;
    private final Transactions transactions;

    Showing(
            Register register,
            Provisioning provisioning,
            Avatars avatars,
            StateProjection<MembershipState> memberships,
            Transactions transactions) {
        this.register = register;
        this.provisioning = provisioning;
        this.avatars = avatars;
        this.memberships = memberships;
        this.transactions = transactions;
    }

    /** Shows these squares from now on; the picture before is gone with the same commit. */
    Account show(UserId person, Map<String, Binary> squares) {
        provisioning.demand(person);
        return transactions.call(() -> {
            var kept = register.keep(register.get(person).picture());
            avatars.save(new Avatar(person, Objects.requireNonNull(kept.avatar()), squares));
            return kept;
        });
    }

    /** Shows none; again, nothing changes. */
    void hide(UserId person) {
        provisioning.demand(person);
        transactions.run(() -> {
            register.keep(register.get(person).withoutPicture());
            avatars.deleteById(person);
        });
    }

    /**
     * A picture for whoever may see it: the person, and those who share a workspace with them.
     *
     * @throws NotFound the same for the others, for people unknown and for people without a picture
     */
    Avatar seen(UserId person, UserId by) {
        if (!person.equals(by) && !meet(person, by)) {
            throw new NotFound();
        }
        return avatars.findById(person).orElseThrow(NotFound::new);
    }

    private boolean meet(UserId one, UserId other) {
        var shared = new HashSet<>(workspaces(one));
        shared.retainAll(workspaces(other));
        return !shared.isEmpty();
    }

    private Set<WorkspaceId> workspaces(UserId member) {
        return memberships.where("userId", member).stream()
                .map(MembershipState::workspaceId)
                .collect(Collectors.toSet());
    }
}
