package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.workspace.membership.AlreadyMember;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.people.PersonLookup;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The manager's operations on invitations. */
@Component
class InvitationService {
    private final InvitationRepository documents;
    private final InvitationSettings settings;
    private final InvitationLimits rates;
    private final InvitationMailQuota quotas;
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final PersonLookup personLookup;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    InvitationService(
            InvitationRepository documents,
            InvitationSettings settings,
            InvitationLimits rates,
            InvitationMailQuota quotas,
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            PersonLookup personLookup,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.documents = documents;
        this.settings = settings;
        this.rates = rates;
        this.quotas = quotas;
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.personLookup = personLookup;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /** Checks that the caller is the manager: not found for strangers, forbidden for members. */
    void requireManager(WorkspaceId id, UserId by) {
        membershipStore.require(id, by);
        workspaceStore.requireManager(id, by);
    }

    Invitation invite(WorkspaceId id, EmailAddress email, UserId by) {
        return transactionRunner.call(() -> {
            requireManager(id, by);
            documents
                    .findByWorkspaceIdAndAddressAndState(id, email.normalized(), Invitation.InvitationState.OPEN)
                    .ifPresent(open -> {
                        throw new MemberAlreadyInvited(open.id());
                    });
            if (isMember(id, email)) {
                throw new AlreadyMember();
            }
            var now = now();
            rates.requireWithinLimits(id, by, now);
            quotas.countMail(email, now);
            var invitation = documents.save(Invitation.of(email, id, by, now, now.plus(settings.validity())));
            workspaceStore.invite(id, invitation.id(), by, invitation.expires());
            return invitation;
        });
    }

    Invitation resend(WorkspaceId id, InvitationId invitation, UserId by) {
        return transactionRunner.call(() -> {
            requireManager(id, by);
            var now = now();
            var sent = documents.save(require(id, invitation).resend(now, settings));
            quotas.countMail(EmailAddress.read("email", sent.email()), now);
            workspaceStore.invite(id, sent.id(), by, sent.expires());
            return sent;
        });
    }

    void revoke(WorkspaceId id, InvitationId invitation, UserId by) {
        transactionRunner.run(() -> {
            requireManager(id, by);
            documents.save(require(id, invitation).revoke());
            workspaceStore.revokeInvitation(id, invitation, by);
        });
    }

    /** Returns the open invitations, oldest first, including expired ones. */
    List<Invitation> listOpen(WorkspaceId id, CursorPageRequest page, UserId by) {
        requireManager(id, by);
        var cursor = page.cursor();
        var limit = Limit.of(page.limitPlusOne());
        return cursor == null
                ? documents.findByWorkspaceIdAndStateOrderById(id, Invitation.InvitationState.OPEN, limit)
                : documents.findByWorkspaceIdAndStateAndIdGreaterThanOrderById(
                        id, Invitation.InvitationState.OPEN, cursor.id(0, InvitationId.class), limit);
    }

    private Invitation require(WorkspaceId id, InvitationId invitation) {
        return documents.findByWorkspaceIdAndId(id, invitation).orElseThrow(NotFound::new);
    }

    private boolean isMember(WorkspaceId id, EmailAddress email) {
        var members =
                membershipStore.findAll(id).stream().map(Membership::userId).toList();
        return members.stream().map(personLookup.find(members)).anyMatch(person -> person.owns(email.normalized()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
