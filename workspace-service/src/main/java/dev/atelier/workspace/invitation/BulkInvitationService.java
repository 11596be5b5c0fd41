package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.workspace.membership.AlreadyMember;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.people.Person;
import dev.atelier.workspace.people.PersonLookup;
import dev.atelier.workspace.plan.PlanLimitReached;
import dev.atelier.workspace.usage.LimitReporter;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invites many addresses at once. A problem with one address does not affect the others. */
@Component
class BulkInvitationService {
    private final InvitationRepository documents;
    private final InvitationSettings settings;
    private final InvitationLimits rates;
    private final InvitationMailQuota quotas;
    private final LimitReporter limitReporter;
    private final InvitationService invitationService;
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final PersonLookup personLookup;
    private final Clock clock;

    BulkInvitationService(
            InvitationRepository documents,
            InvitationSettings settings,
            InvitationLimits rates,
            InvitationMailQuota quotas,
            LimitReporter limitReporter,
            InvitationService invitationService,
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            PersonLookup personLookup,
            Clock clock) {
        this.documents = documents;
        this.settings = settings;
        this.rates = rates;
        this.quotas = quotas;
        this.limitReporter = limitReporter;
        this.invitationService = invitationService;
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.personLookup = personLookup;
        this.clock = clock;
    }

    /** Invites these addresses in the running transaction. The list contains no duplicates. */
    List<BulkInvitationOutcome> invite(WorkspaceId id, List<String> emails, UserId by) {
        TransactionRunner.requireTransaction("inviting a list");
        invitationService.requireManager(id, by);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var remainingInvitations = rates.remaining(id, by, now);
        var members = findMembers(id);
        var open = documents
                .findByWorkspaceIdAndStateAndAddressIn(
                        id,
                        Invitation.InvitationState.OPEN,
                        emails.stream().map(BulkInvitationService::normalize).toList())
                .stream()
                .collect(Collectors.toMap(Invitation::address, invitation -> invitation));
        var made = new ArrayList<Invitation>();
        var outcomes = new ArrayList<BulkInvitationOutcome>();
        @Nullable PlanLimitReached beyond = null;
        var countedInvitations = quotas.startCounting(
                emails.stream()
                        .map(EmailAddress::find)
                        .flatMap(Optional::stream)
                        .toList(),
                now);
        for (var email : emails) {
            var refusal = findRefusal(email, open.get(normalize(email)), members);
            if (refusal == null && made.size() >= remainingInvitations.left()) {
                refusal = remainingInvitations.refusal().get();
                beyond = refusal instanceof PlanLimitReached plan ? plan : beyond;
            }
            if (refusal == null) {
                refusal = findQuotaRefusal(countedInvitations, new EmailAddress(email));
            }
            if (refusal == null) {
                var invitation = Invitation.of(new EmailAddress(email), id, by, now, now.plus(settings.validity()));
                made.add(invitation);
                outcomes.add(new BulkInvitationOutcome(email, invitation, null));
            } else {
                outcomes.add(new BulkInvitationOutcome(email, null, refusal));
            }
        }
        countedInvitations.close();
        if (!made.isEmpty()) {
            made.forEach(documents::save);
            var ends = new LinkedHashMap<InvitationId, Instant>();
            made.forEach(one -> ends.put(one.id(), one.expires()));
            workspaceStore.invite(id, ends, by);
        }
        if (beyond != null) {
            limitReporter.report(beyond);
        }
        return List.copyOf(outcomes);
    }

    static String normalize(String email) {
        return EmailAddress.find(email)
                .map(EmailAddress::normalized)
                .orElseGet(() -> email.strip().toLowerCase(Locale.ROOT));
    }

    private @Nullable Refusal findRefusal(String email, @Nullable Invitation open, List<Person> members) {
        if (open != null) {
            return new MemberAlreadyInvited(open.id());
        }
        try {
            var address = EmailAddress.read("email", email);
            return members.stream().anyMatch(person -> person.owns(address.normalized())) ? new AlreadyMember() : null;
        } catch (InvalidInput e) {
            return e;
        }
    }

    private static @Nullable Refusal findQuotaRefusal(
            InvitationMailQuota.CountedInvitations countedInvitations, EmailAddress to) {
        try {
            countedInvitations.countMail(to);
            return null;
        } catch (TooManyMailsToAddress e) {
            return e;
        }
    }

    private List<Person> findMembers(WorkspaceId id) {
        var ids = membershipStore.findAll(id).stream().map(Membership::userId).toList();
        return ids.stream().map(personLookup.find(ids)).toList();
    }

    /** The result for one address: an invitation, or the refusal. */
    record BulkInvitationOutcome(
            String email,
            @Nullable Invitation invitation,
            @Nullable Refusal refusal) {}
}
