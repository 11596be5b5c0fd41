package dev.atelier.workspace.workspace;

import dev.atelier.events.PaymentState;
import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.ManagerRequired;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.workspace.auditlog.AuditLogExportRecorder;
import dev.atelier.workspace.event.AggregateChange;
import dev.atelier.workspace.event.WorkspaceEventPublisher;
import dev.atelier.workspace.plan.Plan;
import dev.atelier.workspace.plan.PlanCatalogue;
import dev.atelier.workspace.plan.PlanLimits;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The workspaces. Each change runs in the caller's transaction and writes the workspace document, so that one of two
 * concurrent changes sees the other. The caller checks the membership.
 */
@Component
public class WorkspaceStore implements AuditLogExportRecorder {
    private final WorkspaceRepository documents;
    private final WorkspaceEventPublisher workspaceEventPublisher;
    private final PlanCatalogue planCatalogue;

    WorkspaceStore(
            WorkspaceRepository documents,
            WorkspaceEventPublisher workspaceEventPublisher,
            PlanCatalogue planCatalogue) {
        this.documents = documents;
        this.workspaceEventPublisher = workspaceEventPublisher;
        this.planCatalogue = planCatalogue;
    }

    public String name(WorkspaceId id) {
        return demand(id).name();
    }

    public String language(WorkspaceId id) {
        return demand(id).language();
    }

    public UserId manager(WorkspaceId id) {
        return demand(id).manager();
    }

    /**
     * Checks that the person is the manager.
     *
     * @throws ManagerRequired if they are not
     */
    public void demandManager(WorkspaceId id, UserId user) {
        demand(id).demandManager(user);
    }

    /**
     * Checks that the workspace exists.
     *
     * @throws NotFound if it does not
     */
    public void demandThere(WorkspaceId id) {
        if (!documents.existsById(id)) {
            throw new NotFound();
        }
    }

    /** Returns its plan; the usual plan if the document is older than plans. */
    public Plan plan(WorkspaceId id) {
        return plan(demand(id));
    }

    /** Changes the plan. */
    public void move(WorkspaceId id, String plan, PlanLimits limits, @Nullable UserId by) {
        change(id, workspace -> workspace.move(plan(workspace), plan, limits, by));
    }

    /** Changes the payment state. */
    public void pay(WorkspaceId id, PaymentState payment, @Nullable UserId by) {
        change(id, workspace -> workspace.pay(plan(workspace), payment, by));
    }

    /** Publishes that the manager changed the billing details. */
    public void billed(WorkspaceId id, UserId by) {
        change(id, workspace -> workspace.bill(by));
    }

    /** Publishes that a limit is reached, once in a month. */
    public void reach(WorkspaceId id, PlanLimitKind planLimitKind, String month) {
        change(id, workspace -> workspace.reach(plan(workspace), planLimitKind, month));
    }

    @Override
    public void exported(WorkspaceId id, UserId by) {
        change(id, workspace -> workspace.export(by));
    }

    /** Returns the settings of the manager, or the defaults if there are none. */
    public WorkspaceSettings rules(WorkspaceId id) {
        return demand(id).decided();
    }

    /** Changes the settings. */
    public WorkspaceSettings decide(WorkspaceId id, UnaryOperator<WorkspaceSettings> decision, UserId by) {
        var workspace = demand(id);
        return store(workspace, workspace.decide(decision.apply(workspace.decided()), by))
                .decided();
    }

    /** The manager offers the management to a member. */
    public void offer(WorkspaceId id, UserId to, UserId by, Instant now) {
        change(id, workspace -> workspace.offer(to, by, now));
    }

    /** The manager withdraws the offer, or the member it was made to declines it. */
    public void withdraw(WorkspaceId id, UserId by) {
        change(id, workspace -> workspace.withdraw(by));
    }

    /**
     * The member accepts the management.
     *
     * @param takeOver whether they also become responsible for what the previous manager was responsible for
     * @return the previous manager
     */
    public UserId accept(WorkspaceId id, UserId by, boolean takeOver) {
        var workspace = demand(id);
        store(workspace, workspace.accept(by, takeOver));
        return workspace.manager();
    }

    /**
     * Checks that the person is the manager or the member whom the management is offered to.
     *
     * @throws ManagementNotOffered if they are neither
     */
    public void demandHandingOver(WorkspaceId id, UserId user) {
        var workspace = demand(id);
        if (!user.equals(workspace.manager())) {
            workspace.demandAsked(user);
        }
    }

    public void invited(WorkspaceId id, InvitationId invitation, UserId by, Instant expires) {
        change(id, workspace -> workspace.invite(invitation, by, expires));
    }

    /**
     * Publishes many invitations.
     *
     * @param invitations their ids with the expiry of their links
     */
    public void invited(WorkspaceId id, Map<InvitationId, Instant> invitations, UserId by) {
        var workspace = demand(id);
        for (var invitation : invitations.entrySet()) {
            var change = workspace.invite(invitation.getKey(), by, invitation.getValue());
            workspaceEventPublisher.say(change);
            workspace = change.after();
        }
        documents.save(workspace);
    }

    public void revoked(WorkspaceId id, InvitationId invitation, UserId by) {
        change(id, workspace -> workspace.revoke(invitation, by));
    }

    public void joined(WorkspaceId id, UserId member, InvitationId invitation) {
        change(id, workspace -> workspace.admit(member, invitation));
    }

    public void removed(WorkspaceId id, UserId member, UserId by) {
        change(id, workspace -> workspace.remove(member, by));
    }

    public void left(WorkspaceId id, UserId member) {
        change(id, workspace -> workspace.leave(member));
    }

    /**
     * Writes the document unchanged, so that a deletion and the caller's transaction cannot both commit.
     *
     * @return false if there is no such workspace
     */
    public boolean touch(WorkspaceId id) {
        var found = documents.findById(id);
        found.ifPresent(documents::save);
        return found.isPresent();
    }

    /**
     * Returns one workspace.
     *
     * @throws NotFound if there is none
     */
    Workspace demand(WorkspaceId id) {
        return documents.findById(id).orElseThrow(NotFound::new);
    }

    Map<WorkspaceId, Workspace> of(Collection<WorkspaceId> ids) {
        return documents.findByIdIn(ids).stream().collect(Collectors.toMap(Workspace::id, Function.identity()));
    }

    /** Stores a change and publishes its event. */
    Workspace store(Workspace before, AggregateChange<Workspace> change) {
        var stored = change.after().equals(before) ? before : documents.save(change.after());
        workspaceEventPublisher.say(change);
        if (stored.version() != before.version()) {
            workspaceEventPublisher.publish(stored.state());
        }
        return stored;
    }

    /** Deletes the workspace document, so that nobody finds the workspace; its content is deleted later. */
    void delete(AggregateChange<Workspace> deleted) {
        documents.deleteById(deleted.after().id());
        workspaceEventPublisher.say(deleted);
        workspaceEventPublisher.publish(deleted.after().ended());
    }

    Workspace begin(AggregateChange<Workspace> founded) {
        var stored = documents.save(founded.after());
        workspaceEventPublisher.say(founded);
        workspaceEventPublisher.publish(stored.state());
        return stored;
    }

    private Plan plan(Workspace workspace) {
        var plan = workspace.plan();
        return plan == null ? planCatalogue.usual() : plan;
    }

    private void change(WorkspaceId id, Function<Workspace, AggregateChange<Workspace>> verb) {
        var workspace = demand(id);
        store(workspace, verb.apply(workspace));
    }
}
