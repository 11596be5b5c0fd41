package dev.atelier.workspace.invitation;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.NotFound;
import dev.atelier.workspace.invitation.link.Links;
import dev.atelier.workspace.membership.AlreadyMember;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.people.People;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Lets in whoever holds the link and owns the address (W2). */
@Component
class Acceptance {
    private final InvitationDocuments documents;
    private final InvitationRates rates;
    private final Links links;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final People people;
    private final Transactions transactions;
    private final Clock clock;

    Acceptance(
            InvitationDocuments documents,
            InvitationRates rates,
            Links links,
            Workspaces workspaces,
            Memberships memberships,
            People people,
            Transactions transactions,
            Clock clock) {
        this.documents = documents;
        this.rates = rates;
        this.links = links;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Accepting twice is accepting once, as long as the membership lasts. */
    WorkspaceId accept(String text, UserId by) {
        var token = links.read(text);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.call(() -> {
            var invitation = documents.findById(token.invitation()).orElseThrow(NotFound::new);
            var id = invitation.workspaceId();
            var member = memberships.lasting(id, by).isPresent();
            if (member && invitation.acceptedBy(by)) {
                return id;
            }
            demandOwner(invitation, by);
            var accepted = invitation.accept(by, token.nonce(), now);
            if (member) {
                throw new AlreadyMember();
            }
            rates.demandSeat(id);
            documents.save(accepted);
            workspaces.joined(id, by, invitation.id());
            memberships.begin(id, by, Role.MEMBER, now);
            return id;
        });
    }

    private void demandOwner(Invitation invitation, UserId by) {
        var person = people.of(by);
        if (!person.active()) {
            throw new AccountNotActivated();
        }
        if (!person.owns(invitation.address())) {
            throw new InvitationForSomebodyElse();
        }
    }
}
