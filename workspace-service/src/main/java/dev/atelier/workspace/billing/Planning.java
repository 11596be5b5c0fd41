package dev.atelier.workspace.billing;

import dev.atelier.events.Limit;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.InvalidInput;
import dev.atelier.workspace.billing.PlanView.Used;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.plan.Plan;
import dev.atelier.workspace.plan.Plans;
import dev.atelier.workspace.plan.Use;
import dev.atelier.workspace.workspace.Workspaces;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads and sets the plan of a workspace. */
@Component
class Planning {
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Plans plans;
    private final Accounts accounts;
    private final Map<Limit, Use> uses = new EnumMap<>(Limit.class);
    private final Transactions transactions;

    Planning(
            Workspaces workspaces,
            Memberships memberships,
            Plans plans,
            Accounts accounts,
            List<Use> uses,
            Transactions transactions) {
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.plans = plans;
        this.accounts = accounts;
        uses.forEach(use -> this.uses.put(use.of(), use));
        this.transactions = transactions;
    }

    /** For the manager: not found for strangers, forbidden for members. */
    PlanView read(WorkspaceId workspace, UserId by) {
        memberships.demand(workspace, by);
        workspaces.demandManager(workspace, by);
        return read(workspace);
    }

    PlanView read(WorkspaceId workspace) {
        var plan = workspaces.plan(workspace);
        var account = accounts.of(workspace);
        return new PlanView(
                plan.name(),
                plan.payment(),
                used(workspace, plan, Limit.SEATS),
                used(workspace, plan, Limit.RUNS_PER_MONTH),
                used(workspace, plan, Limit.STORAGE_BYTES),
                account.customer(),
                version(plan, account));
    }

    PlanView set(WorkspaceId workspace, PlanWish wish, ExpectedVersion expected, UserId by) {
        var limits = plans.limits(wish.plan())
                .orElseThrow(() -> InvalidInput.of("plan", "must be one of " + String.join(", ", plans.names())));
        return transactions.call(() -> {
            expected.check(version(workspaces.plan(workspace), accounts.of(workspace)));
            workspaces.move(workspace, wish.plan(), limits, by);
            workspaces.pay(workspace, wish.payment(), by);
            accounts.link(workspace, wish.customer());
            return read(workspace);
        });
    }

    private Used used(WorkspaceId workspace, Plan plan, Limit limit) {
        var use = uses.get(limit);
        return new Used(plan.limit(limit), use == null ? 0 : use.used(workspace));
    }

    /** Grows with every change of either. */
    private static long version(Plan plan, Account account) {
        return plan.version() + account.revision();
    }
}
