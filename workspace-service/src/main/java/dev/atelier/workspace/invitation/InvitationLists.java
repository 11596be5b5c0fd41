package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.InvalidInput;
import dev.atelier.kit.web.Refusal;
import dev.atelier.workspace.membership.AlreadyMember;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.people.People;
import dev.atelier.workspace.people.Person;
import dev.atelier.workspace.plan.BeyondPlan;
import dev.atelier.workspace.usage.Reaching;
import dev.atelier.workspace.workspace.Workspaces;
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

/** Invites many at once (W2): what stands in the way of one address stands in the way of no other. */
@Component
class InvitationLists {
    private final InvitationDocuments documents;
    private final InvitationSettings settings;
    private final InvitationRates rates;
    private final AddressQuotas quotas;
    private final Reaching reaching;
    private final Invitations invitations;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final People people;
    private final Clock clock;

    InvitationLists(
            InvitationDocuments documents,
            InvitationSettings settings,
            InvitationRates rates,
            AddressQuotas quotas,
            Reaching reaching,
            Invitations invitations,
            Workspaces workspaces,
            Memberships memberships,
            People people,
            Clock clock) {
        this.documents = documents;
        this.settings = settings;
        this.rates = rates;
        this.quotas = quotas;
        this.reaching = reaching;
        this.invitations = invitations;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.people = people;
        this.clock = clock;
    }

    /** Invites these in the running transaction; no address stands twice among them. */
    List<Outcome> invite(WorkspaceId id, List<String> emails, UserId by) {
        Transactions.demand("inviting a list");
        invitations.demandManager(id, by);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var room = rates.room(id, by, now);
        var members = members(id);
        var open = documents
                .findByWorkspaceIdAndStateAndAddressIn(
                        id,
                        Invitation.State.OPEN,
                        emails.stream().map(InvitationLists::normal).toList())
                .stream()
                .collect(Collectors.toMap(Invitation::address, invitation -> invitation));
        var made = new ArrayList<Invitation>();
        var outcomes = new ArrayList<Outcome>();
        @Nullable BeyondPlan beyond = null;
        var counting = quotas.count(
                emails.stream()
                        .map(EmailAddress::find)
                        .flatMap(Optional::stream)
                        .toList(),
                now);
        for (var email : emails) {
            var refusal = refusal(email, open.get(normal(email)), members);
            if (refusal == null && made.size() >= room.left()) {
                refusal = room.refusal().get();
                beyond = refusal instanceof BeyondPlan plan ? plan : beyond;
            }
            if (refusal == null) {
                refusal = beyondQuota(counting, new EmailAddress(email));
            }
            if (refusal == null) {
                var invitation = Invitation.of(new EmailAddress(email), id, by, now, now.plus(settings.validity()));
                made.add(invitation);
                outcomes.add(new Outcome(email, invitation, null));
            } else {
                outcomes.add(new Outcome(email, null, refusal));
            }
        }
        counting.close();
        if (!made.isEmpty()) {
            made.forEach(documents::save);
            var ends = new LinkedHashMap<InvitationId, Instant>();
            made.forEach(one -> ends.put(one.id(), one.expires()));
            workspaces.invited(id, ends, by);
        }
        if (beyond != null) {
            reaching.note(beyond);
        }
        return List.copyOf(outcomes);
    }

    static String normal(String email) {
        return EmailAddress.find(email)
                .map(EmailAddress::normal)
                .orElseGet(() -> email.strip().toLowerCase(Locale.ROOT));
    }

    private @Nullable Refusal refusal(String email, @Nullable Invitation open, List<Person> members) {
        if (open != null) {
            return new MemberAlreadyInvited(open.id());
        }
        try {
            var address = EmailAddress.read("email", email);
            return members.stream().anyMatch(person -> person.owns(address.normal())) ? new AlreadyMember() : null;
        } catch (InvalidInput e) {
            return e;
        }
    }

    private static @Nullable Refusal beyondQuota(AddressQuotas.Counting counting, EmailAddress to) {
        try {
            counting.take(to);
            return null;
        } catch (TooManyMailsToAddress e) {
            return e;
        }
    }

    private List<Person> members(WorkspaceId id) {
        var ids = memberships.allOf(id).stream().map(Membership::userId).toList();
        return ids.stream().map(people.of(ids)).toList();
    }

    /** What became of one address: an invitation, or why not. */
    record Outcome(
            String email,
            @Nullable Invitation invitation,
            @Nullable Refusal refusal) {}
}
