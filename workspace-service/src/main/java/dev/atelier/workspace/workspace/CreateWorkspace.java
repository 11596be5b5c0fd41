package dev.atelier.workspace.workspace;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.plan.PlanCatalogue;
import dev.atelier.workspace.workspace.ratelimit.WorkspaceCreationLimit;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Creates a workspace; its creator becomes the manager. */
@Component
class CreateWorkspace {
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final WorkspaceCreationLimit rates;
    private final PlanCatalogue planCatalogue;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    CreateWorkspace(
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            WorkspaceCreationLimit rates,
            PlanCatalogue planCatalogue,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.rates = rates;
        this.planCatalogue = planCatalogue;
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    Workspace create(String name, String language, UserId by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactionRunner.call(() -> {
            var id = WorkspaceId.next();
            rates.countCreation(id, by, now);
            var founded =
                    workspaceStore.create(Workspace.create(id, name, language, planCatalogue.defaultPlan(), by, now));
            membershipStore.start(founded.id(), by, WorkspaceRole.MANAGER, now);
            return founded;
        });
    }
}
