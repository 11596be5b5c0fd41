package dev.atelier.workspace.workspace;

import dev.atelier.events.PaymentState;
import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.WorkspaceEvent;
import dev.atelier.events.WorkspaceEvent.BillingDetailsChanged;
import dev.atelier.events.WorkspaceEvent.HistoryExported;
import dev.atelier.events.WorkspaceEvent.InvitationRevoked;
import dev.atelier.events.WorkspaceEvent.LimitReached;
import dev.atelier.events.WorkspaceEvent.ManagementHandedOver;
import dev.atelier.events.WorkspaceEvent.ManagementOffered;
import dev.atelier.events.WorkspaceEvent.MemberInvited;
import dev.atelier.events.WorkspaceEvent.MemberJoined;
import dev.atelier.events.WorkspaceEvent.MemberLeft;
import dev.atelier.events.WorkspaceEvent.MemberRemoved;
import dev.atelier.events.WorkspaceEvent.PaymentStateChanged;
import dev.atelier.events.WorkspaceEvent.PlanChanged;
import dev.atelier.events.WorkspaceEvent.SettingsChanged;
import dev.atelier.events.WorkspaceEvent.WorkspaceCreated;
import dev.atelier.events.WorkspaceEvent.WorkspaceDeleted;
import dev.atelier.events.WorkspaceEvent.WorkspaceRenamed;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.access.ManagerRequired;
import dev.atelier.kit.problem.StaleVersion;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.event.AggregateChange;
import dev.atelier.workspace.event.SequencedAggregate;
import dev.atelier.workspace.plan.Plan;
import dev.atelier.workspace.plan.PlanLimits;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A workspace. It has exactly one manager at every moment, who is named here. Joining, leaving and handing over write
 * this document, so that one of two concurrent changes sees the other.
 *
 * @param offer whom the management is offered to; null if it is not offered
 * @param plan null in documents older than plans
 * @param rules null if the manager has set nothing yet
 * @param described who last changed the name or language; null if nobody did
 * @param version the version of the published state
 * @param sequence how many events it has published
 */
@Document("workspaces")
@TypeAlias("workspace")
record Workspace(
        @Id WorkspaceId id,
        @Version @Nullable Long lock,
        @NotPersonal("the display name of a thing") String name,
        @NotPersonal("a language tag") String language,
        UserId manager,
        @Nullable ManagementOffer offer,
        @Nullable Plan plan,
        @Nullable WorkspaceSettings rules,
        Instant createdAt,
        @Nullable WorkspaceDescriptionChange described,
        long version,
        long sequence)
        implements SequencedAggregate {

    static AggregateChange<Workspace> create(
            WorkspaceId id, String name, String language, Plan plan, UserId by, Instant now) {
        return AggregateChange.of(
                new Workspace(id, null, name, language, by, null, plan, null, now, null, 1, 1),
                new WorkspaceCreated(id, name, by));
    }

    AggregateChange<Workspace> update(String newName, String newLanguage, UserId by) {
        requireManager(by);
        var renamed = !newName.equals(name);
        if (!renamed && newLanguage.equals(language)) {
            return AggregateChange.withoutEvent(this);
        }
        var changed = new TreeSet<String>();
        if (renamed) {
            changed.add("name");
        }
        if (!newLanguage.equals(language)) {
            changed.add("language");
        }
        var after = new Workspace(
                id,
                lock,
                newName,
                newLanguage,
                manager,
                offer,
                plan,
                rules,
                createdAt,
                new WorkspaceDescriptionChange(shownVersion() + 1, by, changed),
                version + 1,
                renamed ? sequence + 1 : sequence);
        return renamed
                ? AggregateChange.of(after, new WorkspaceRenamed(id, newName, by))
                : AggregateChange.withoutEvent(after);
    }

    /**
     * Returns the version that clients see and send when they change the name or language. No other change raises it.
     */
    long shownVersion() {
        return described == null ? 1 : described.version();
    }

    /**
     * Checks that nobody changed the name or language in the meantime.
     *
     * @throws StaleVersion if somebody did; contains who, and which fields
     */
    void requireVersion(ExpectedVersion expected) {
        if (expected.value() == shownVersion()) {
            return;
        }
        var last = described == null ? new WorkspaceDescriptionChange(1, manager, Set.of()) : described;
        var fields = expected.value() == last.version() - 1 ? last.fields() : Set.of("language", "name");
        throw new StaleVersion(last.version(), fields, List.of(last.by()));
    }

    /** The manager offers the management to a member; this replaces an earlier offer to somebody else. */
    AggregateChange<Workspace> offer(UserId to, UserId by, Instant now) {
        requireManager(by);
        if (to.equals(manager)) {
            throw new AlreadyManager();
        }
        if (offer != null && offer.userId().equals(to)) {
            return AggregateChange.withoutEvent(this);
        }
        return withEvent(new ManagementOffer(to, now), new ManagementOffered(id, to, by));
    }

    /** The manager withdraws the offer, or the member it was made to declines it. */
    AggregateChange<Workspace> withdrawOffer(UserId by) {
        if (offer != null && offer.userId().equals(by)) {
            return AggregateChange.withoutEvent(with(null));
        }
        requireManager(by);
        return AggregateChange.withoutEvent(with(null));
    }

    /**
     * The member accepts the offer and becomes the manager.
     *
     * @param takeOver whether they also become responsible for what the previous manager was responsible for
     */
    AggregateChange<Workspace> acceptManagement(UserId by, boolean takeOver) {
        requireOffered(by);
        return AggregateChange.of(
                new Workspace(
                        id,
                        lock,
                        name,
                        language,
                        by,
                        null,
                        plan,
                        rules,
                        createdAt,
                        described,
                        version + 1,
                        sequence + 1),
                new ManagementHandedOver(id, manager, by, takeOver));
    }

    AggregateChange<Workspace> invite(InvitationId invitation, UserId by, Instant expires) {
        requireManager(by);
        return withEvent(offer, new MemberInvited(id, invitation, by, expires));
    }

    AggregateChange<Workspace> revokeInvitation(InvitationId invitation, UserId by) {
        requireManager(by);
        return withEvent(offer, new InvitationRevoked(id, invitation, by));
    }

    AggregateChange<Workspace> admit(UserId member, InvitationId invitation) {
        return withEvent(offer, new MemberJoined(id, member, invitation));
    }

    AggregateChange<Workspace> remove(UserId member, UserId by) {
        requireManager(by);
        if (member.equals(manager)) {
            throw new ManagerCannotLeave();
        }
        return without(member, new MemberRemoved(id, member, by));
    }

    AggregateChange<Workspace> leave(UserId member) {
        if (member.equals(manager)) {
            throw new ManagerCannotLeave();
        }
        return without(member, new MemberLeft(id, member));
    }

    /**
     * Changes the plan, or the limits of the plan.
     *
     * @param current the present plan; the usual one if the document is older than plans
     * @param by the operator; null if the payment provider or a setting caused the change
     */
    AggregateChange<Workspace> changePlan(Plan current, String name, PlanLimits limits, @Nullable UserId by) {
        if (plan != null && current.name().equals(name) && current.limits().equals(limits)) {
            return AggregateChange.withoutEvent(this);
        }
        return withPlan(current.with(name, limits), new PlanChanged(id, name, by));
    }

    /** Changes the payment state. */
    AggregateChange<Workspace> changePayment(Plan current, PaymentState payment, @Nullable UserId by) {
        var after = current.with(payment, by);
        return after.equals(current)
                ? AggregateChange.withoutEvent(this)
                : withPlan(after, new PaymentStateChanged(id, payment, by));
    }

    /** The manager changes the billing details. */
    AggregateChange<Workspace> changeBillingDetails(UserId by) {
        requireManager(by);
        return withEvent(offer, new BillingDetailsChanged(id, by));
    }

    /** The manager exports the history. */
    AggregateChange<Workspace> exportHistory(UserId by) {
        requireManager(by);
        return withEvent(offer, new HistoryExported(id, by));
    }

    /** The manager changes the settings; does nothing if they do not differ. */
    AggregateChange<Workspace> changeSettings(WorkspaceSettings other, UserId by) {
        requireManager(by);
        var fields = settingsOrDefault().changedFields(other);
        return fields.isEmpty()
                ? AggregateChange.withoutEvent(this)
                : AggregateChange.of(with(offer, other, version + 1), new SettingsChanged(id, fields, by));
    }

    /** Publishes that a limit is reached, once in a month. */
    AggregateChange<Workspace> reachLimit(Plan current, PlanLimitKind planLimitKind, String month) {
        if (month.equals(current.reached().get(planLimitKind))) {
            return AggregateChange.withoutEvent(this);
        }
        return AggregateChange.of(
                with(current.withReached(planLimitKind, month), version, sequence + 1),
                new LimitReached(id, planLimitKind, month));
    }

    /** The manager deletes the workspace with its content. */
    AggregateChange<Workspace> delete(UserId by) {
        requireManager(by);
        return AggregateChange.of(
                new Workspace(
                        id,
                        lock,
                        "",
                        language,
                        manager,
                        null,
                        plan,
                        rules,
                        createdAt,
                        described,
                        version + 1,
                        sequence + 1),
                new WorkspaceDeleted(id, by));
    }

    /** Returns the last state that is published. */
    WorkspaceState deletedState() {
        return new WorkspaceState(id, "", language, manager, true, version);
    }

    /**
     * Checks that the person is the manager.
     *
     * @throws ManagerRequired if they are not
     */
    void requireManager(UserId by) {
        if (!by.equals(manager)) {
            throw new ManagerRequired();
        }
    }

    /**
     * Checks that the management is offered to the person.
     *
     * @throws ManagementNotOffered if it is not
     */
    void requireOffered(UserId by) {
        if (offer == null || !offer.userId().equals(by)) {
            throw new ManagementNotOffered();
        }
    }

    WorkspaceState state() {
        var limits = plan == null ? PlanLimits.NONE : plan.limits();
        var decided = settingsOrDefault();
        return new WorkspaceState(
                id,
                name,
                language,
                manager,
                plan == null ? null : plan.name(),
                limits.seats(),
                limits.runsPerMonth(),
                limits.storageBytes(),
                plan == null ? null : plan.payment(),
                decided.retention().runs(),
                decided.from().get(RetentionKind.RUNS),
                decided.retention().reports(),
                decided.from().get(RetentionKind.REPORTS),
                rules == null ? null : rules.agentCreation(),
                rules == null ? null : rules.agentCreators(),
                false,
                version);
    }

    WorkspaceSettings settingsOrDefault() {
        return rules == null ? WorkspaceSettings.NONE : rules;
    }

    private @Nullable ManagementOffer offerWithout(UserId member) {
        return offer != null && offer.userId().equals(member) ? null : offer;
    }

    private Workspace with(@Nullable ManagementOffer other) {
        return new Workspace(
                id, lock, name, language, manager, other, plan, rules, createdAt, described, version, sequence);
    }

    private AggregateChange<Workspace> withPlan(Plan other, WorkspaceEvent fact) {
        return AggregateChange.of(with(other, version + 1, sequence + 1), fact);
    }

    private Workspace with(Plan other, long newVersion, long newSequence) {
        return new Workspace(
                id, lock, name, language, manager, offer, other, rules, createdAt, described, newVersion, newSequence);
    }

    private AggregateChange<Workspace> withEvent(@Nullable ManagementOffer stands, WorkspaceEvent fact) {
        return AggregateChange.of(with(stands, rules, version), fact);
    }

    private Workspace with(@Nullable ManagementOffer stands, @Nullable WorkspaceSettings other, long newVersion) {
        return new Workspace(
                id, lock, name, language, manager, stands, plan, other, createdAt, described, newVersion, sequence + 1);
    }

    /** Removes the member from those who may create agents. */
    private AggregateChange<Workspace> without(UserId member, WorkspaceEvent fact) {
        var rest = rules == null ? null : rules.without(member);
        return AggregateChange.of(
                with(offerWithout(member), rest, Objects.equals(rest, rules) ? version : version + 1), fact);
    }
}
