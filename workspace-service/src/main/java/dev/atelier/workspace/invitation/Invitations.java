package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.workspace.membership.AlreadyMember;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.people.People;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** What the manager does with invitations (W2). */
@Component
class Invitations {
    private final InvitationDocuments documents;
    private final InvitationSettings settings;
    private final InvitationRates rates;
    private final AddressQuotas quotas;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final People people;
    private final Transactions transactions;
    private final Clock clock;

    Invitations(
            InvitationDocuments documents,
            InvitationSettings settings,
            InvitationRates rates,
            AddressQuotas quotas,
            Workspaces workspaces,
            Memberships memberships,
            People people,
            Transactions transactions,
            Clock clock) {
        this.documents = documents;
        this.settings = settings;
        this.rates = rates;
        this.quotas = quotas;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Lets the manager pass: not found for strangers, forbidden for members. */
    void demandManager(WorkspaceId id, UserId by) {
        memberships.demand(id, by);
        workspaces.demandManager(id, by);
    }

    Invitation invite(WorkspaceId id, EmailAddress email, UserId by) {
        return transactions.call(() -> {
            demandManager(id, by);
            documents
                    .findByWorkspaceIdAndAddressAndState(id, email.normal(), Invitation.State.OPEN)
                    .ifPresent(open -> {
                        throw new MemberAlreadyInvited(open.id());
                    });
            if (isMember(id, email)) {
                throw new AlreadyMember();
            }
            var now = now();
            rates.demandRoom(id, by, now);
            quotas.take(email, now);
            var invitation = documents.save(Invitation.of(email, id, by, now, now.plus(settings.validity())));
            workspaces.invited(id, invitation.id(), by, invitation.expires());
            return invitation;
        });
    }

    Invitation resend(WorkspaceId id, InvitationId invitation, UserId by) {
        return transactions.call(() -> {
            demandManager(id, by);
            var now = now();
            var sent = documents.save(demand(id, invitation).resend(now, settings));
            quotas.take(EmailAddress.read("email", sent.email()), now);
            workspaces.invited(id, sent.id(), by, sent.expires());
            return sent;
        });
    }

    void revoke(WorkspaceId id, InvitationId invitation, UserId by) {
        transactions.run(() -> {
            demandManager(id, by);
            documents.save(demand(id, invitation).revoke());
            workspaces.revoked(id, invitation, by);
        });
    }

    /** The open ones, oldest first, those that have run out among them. */
    List<Invitation> open(WorkspaceId id, PageRequest page, UserId by) {
        demandManager(id, by);
        var cursor = page.cursor();
        var limit = Limit.of(page.limitAndOne());
        return cursor == null
                ? documents.findByWorkspaceIdAndStateOrderById(id, Invitation.State.OPEN, limit)
                : documents.findByWorkspaceIdAndStateAndIdGreaterThanOrderById(
                        id, Invitation.State.OPEN, cursor.id(0, InvitationId.class), limit);
    }

    private Invitation demand(WorkspaceId id, InvitationId invitation) {
        return documents.findByWorkspaceIdAndId(id, invitation).orElseThrow(NotFound::new);
    }

    private boolean isMember(WorkspaceId id, EmailAddress email) {
        var members = memberships.allOf(id).stream().map(Membership::userId).toList();
        return members.stream().map(people.of(members)).anyMatch(person -> person.owns(email.normal()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
