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
        return require(id).name();
    }

    public String language(WorkspaceId id) {
        return require(id).language();
    }

    public UserId manager(WorkspaceId id) {
        return require(id).manager();
    }

    /**
     * Checks that the person is the manager.
     *
     * @throws ManagerRequired if they are not
     */
    public void requireManager(WorkspaceId id, UserId user) {
        require(id).requireManager(user);
    }

    /**
     * Checks that the workspace exists.
     *
     * @throws NotFound if it does not
     */
    public void requireExists(WorkspaceId id) {
        if (!documents.existsById(id)) {
            throw new NotFound();
        }
    }

    /** Returns its plan; the usual plan if the document is older than plans. */
    public Plan plan(WorkspaceId id) {
        return plan(require(id));
    }

    /** Changes the plan. */
    public void changePlan(WorkspaceId id, String plan, PlanLimits limits, @Nullable UserId by) {
        change(id, workspace -> workspace.changePlan(plan(workspace), plan, limits, by));
    }

    /** Changes the payment state. */
    public void changePayment(WorkspaceId id, PaymentState payment, @Nullable UserId by) {
        change(id, workspace -> workspace.changePayment(plan(workspace), payment, by));
    }

    /** Publishes that the manager changed the billing details. */
    public void publishBillingDetailsChanged(WorkspaceId id, UserId by) {
        change(id, workspace -> workspace.changeBillingDetails(by));
    }

    /** Publishes that a limit is reached, once in a month. */
    public void publishLimitReached(WorkspaceId id, PlanLimitKind planLimitKind, String month) {
        change(id, workspace -> workspace.reachLimit(plan(workspace), planLimitKind, month));
    }

    @Override
    public void recordExport(WorkspaceId id, UserId by) {
        change(id, workspace -> workspace.exportHistory(by));
    }

    /** Returns the settings of the manager, or the defaults if there are none. */
    public WorkspaceSettings settings(WorkspaceId id) {
        return require(id).settingsOrDefault();
    }

    /** Changes the settings. */
    public WorkspaceSettings changeSettings(WorkspaceId id, UnaryOperator<WorkspaceSettings> decision, UserId by) {
        var workspace = require(id);
        return store(workspace, workspace.changeSettings(decision.apply(workspace.settingsOrDefault()), by))
                .settingsOrDefault();
    }

    /** The manager offers the management to a member. */
    public void offerManagement(WorkspaceId id, UserId to, UserId by, Instant now) {
        change(id, workspace -> workspace.offer(to, by, now));
    }

    /** The manager withdraws the offer, or the member it was made to declines it. */
    public void withdrawOffer(WorkspaceId id, UserId by) {
        change(id, workspace -> workspace.withdrawOffer(by));
    }

    /**
     * The member accepts the management.
     *
     * @param takeOver whether they also become responsible for what the previous manager was responsible for
     * @return the previous manager
     */
    public UserId acceptManagement(WorkspaceId id, UserId by, boolean takeOver) {
        var workspace = require(id);
        store(workspace, workspace.acceptManagement(by, takeOver));
        return workspace.manager();
    }

    /**
     * Checks that the person is the manager or the member whom the management is offered to.
     *
     * @throws ManagementNotOffered if they are neither
     */
    public void requireManagerOrOffered(WorkspaceId id, UserId user) {
        var workspace = require(id);
        if (!user.equals(workspace.manager())) {
            workspace.requireOffered(user);
        }
    }

    public void invite(WorkspaceId id, InvitationId invitation, UserId by, Instant expires) {
        change(id, workspace -> workspace.invite(invitation, by, expires));
    }

    /**
     * Publishes many invitations.
     *
     * @param invitations their ids with the expiry of their links
     */
    public void invite(WorkspaceId id, Map<InvitationId, Instant> invitations, UserId by) {
        var workspace = require(id);
        for (var invitation : invitations.entrySet()) {
            var change = workspace.invite(invitation.getKey(), by, invitation.getValue());
            workspaceEventPublisher.publishEvent(change);
            workspace = change.after();
        }
        documents.save(workspace);
    }

    public void revokeInvitation(WorkspaceId id, InvitationId invitation, UserId by) {
        change(id, workspace -> workspace.revokeInvitation(invitation, by));
    }

    public void admit(WorkspaceId id, UserId member, InvitationId invitation) {
        change(id, workspace -> workspace.admit(member, invitation));
    }

    public void removeMember(WorkspaceId id, UserId member, UserId by) {
        change(id, workspace -> workspace.remove(member, by));
    }

    public void leave(WorkspaceId id, UserId member) {
        change(id, workspace -> workspace.leave(member));
    }

    /**
     * Writes the document unchanged, so that a deletion and the caller's transaction cannot both commit.
     *
     * @return false if there is no such workspace
     */
    public boolean lockIfExists(WorkspaceId id) {
        var found = documents.findById(id);
        found.ifPresent(documents::save);
        return found.isPresent();
    }

    /**
     * Returns one workspace.
     *
     * @throws NotFound if there is none
     */
    Workspace require(WorkspaceId id) {
        return documents.findById(id).orElseThrow(NotFound::new);
    }

    Map<WorkspaceId, Workspace> findAll(Collection<WorkspaceId> ids) {
        return documents.findByIdIn(ids).stream().collect(Collectors.toMap(Workspace::id, Function.identity()));
    }

    /** Stores a change and publishes its event. */
    Workspace store(Workspace before, AggregateChange<Workspace> change) {
        var stored = change.after().equals(before) ? before : documents.save(change.after());
        workspaceEventPublisher.publishEvent(change);
        if (stored.version() != before.version()) {
            workspaceEventPublisher.publishState(stored.state());
        }
        return stored;
    }

    /** Deletes the workspace document, so that nobody finds the workspace; its content is deleted later. */
    void delete(AggregateChange<Workspace> deleted) {
        documents.deleteById(deleted.after().id());
        workspaceEventPublisher.publishEvent(deleted);
        workspaceEventPublisher.publishState(deleted.after().deletedState());
    }

    Workspace create(AggregateChange<Workspace> founded) {
        var stored = documents.save(founded.after());
        workspaceEventPublisher.publishEvent(founded);
        workspaceEventPublisher.publishState(stored.state());
        return stored;
    }

    private Plan plan(Workspace workspace) {
        var plan = workspace.plan();
        return plan == null ? planCatalogue.defaultPlan() : plan;
    }

    private void change(WorkspaceId id, Function<Workspace, AggregateChange<Workspace>> verb) {
        var workspace = require(id);
        store(workspace, verb.apply(workspace));
    }
}
