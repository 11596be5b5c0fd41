package dev.atelier.workspace.invitation;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.workspace.membership.AlreadyMember;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.people.PersonLookup;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Accepts an invitation: makes a person who has the link and owns the address a member. */
@Component
class AcceptInvitation {
    private final InvitationRepository documents;
    private final InvitationLimits rates;
    private final InvitationLinkCodec invitationLinkCodec;
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final PersonLookup personLookup;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    AcceptInvitation(
            InvitationRepository documents,
            InvitationLimits rates,
            InvitationLinkCodec invitationLinkCodec,
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            PersonLookup personLookup,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.documents = documents;
        this.rates = rates;
        this.invitationLinkCodec = invitationLinkCodec;
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.personLookup = personLookup;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /** Accepting a second time changes nothing while the membership lasts. */
    WorkspaceId accept(String text, UserId by) {
        var token = invitationLinkCodec.read(text);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactionRunner.call(() -> {
            var invitation = documents.findById(token.invitation()).orElseThrow(NotFound::new);
            var id = invitation.workspaceId();
            var member = membershipStore.find(id, by).isPresent();
            if (member && invitation.acceptedBy(by)) {
                return id;
            }
            requireOwner(invitation, by);
            var accepted = invitation.accept(by, token.nonce(), now);
            if (member) {
                throw new AlreadyMember();
            }
            rates.requireSeat(id);
            documents.save(accepted);
            workspaceStore.admit(id, by, invitation.id());
            membershipStore.start(id, by, WorkspaceRole.MEMBER, now);
            return id;
        });
    }

    private void requireOwner(Invitation invitation, UserId by) {
        var person = personLookup.find(by);
        if (!person.active()) {
            throw new AccountNotActivated();
        }
        if (!person.owns(invitation.address())) {
            throw new InvitationForSomebodyElse();
        }
    }
}
