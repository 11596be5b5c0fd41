package dev.atelier.workspace.billing;

import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.billing.PlanResponse.LimitUsage;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.plan.Plan;
import dev.atelier.workspace.plan.PlanCatalogue;
import dev.atelier.workspace.plan.UsageCounter;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads and changes the plan of a workspace. */
@Component
class WorkspacePlanService {
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final PlanCatalogue planCatalogue;
    private final BillingAccountStore billingAccountStore;
    private final Map<PlanLimitKind, UsageCounter> uses = new EnumMap<>(PlanLimitKind.class);
    private final TransactionRunner transactionRunner;

    WorkspacePlanService(
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            PlanCatalogue planCatalogue,
            BillingAccountStore billingAccountStore,
            List<UsageCounter> uses,
            TransactionRunner transactionRunner) {
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.planCatalogue = planCatalogue;
        this.billingAccountStore = billingAccountStore;
        uses.forEach(usageCounter -> this.uses.put(usageCounter.of(), usageCounter));
        this.transactionRunner = transactionRunner;
    }

    /** Returns the plan to the manager: not found for strangers, forbidden for members. */
    PlanResponse read(WorkspaceId workspace, UserId by) {
        membershipStore.require(workspace, by);
        workspaceStore.requireManager(workspace, by);
        return read(workspace);
    }

    PlanResponse read(WorkspaceId workspace) {
        var plan = workspaceStore.plan(workspace);
        var account = billingAccountStore.find(workspace);
        return new PlanResponse(
                plan.name(),
                plan.payment(),
                used(workspace, plan, PlanLimitKind.SEATS),
                used(workspace, plan, PlanLimitKind.RUNS_PER_MONTH),
                used(workspace, plan, PlanLimitKind.STORAGE_BYTES),
                account.customer(),
                version(plan, account));
    }

    PlanResponse set(WorkspaceId workspace, SetPlanRequest wish, ExpectedVersion expected, UserId by) {
        var limits = planCatalogue
                .findLimits(wish.plan())
                .orElseThrow(
                        () -> InvalidInput.of("plan", "must be one of " + String.join(", ", planCatalogue.names())));
        return transactionRunner.call(() -> {
            expected.check(version(workspaceStore.plan(workspace), billingAccountStore.find(workspace)));
            workspaceStore.changePlan(workspace, wish.plan(), limits, by);
            workspaceStore.changePayment(workspace, wish.paymentState(), by);
            billingAccountStore.link(workspace, wish.customerId());
            return read(workspace);
        });
    }

    private LimitUsage used(WorkspaceId workspace, Plan plan, PlanLimitKind planLimitKind) {
        var usageCounter = uses.get(planLimitKind);
        return new LimitUsage(plan.limit(planLimitKind), usageCounter == null ? 0 : usageCounter.used(workspace));
    }

    /** Grows with every change of the plan or the account. */
    private static long version(Plan plan, BillingAccount account) {
        return plan.version() + account.revision();
    }
}
