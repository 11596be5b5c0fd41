package dev.atelier.workspace.workspace;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.founding.FoundingRates;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.plan.Plans;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Makes a workspace; whoever makes it manages it (W1). */
@Component
class Founding {
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final FoundingRates rates;
    private final Plans plans;
    private final Transactions transactions;
    private final Clock clock;

    Founding(
            Workspaces workspaces,
            Memberships memberships,
            FoundingRates rates,
            Plans plans,
            Transactions transactions,
            Clock clock) {
        this.rates = rates;
        this.plans = plans;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.transactions = transactions;
        this.clock = clock;
    }

    Workspace found(String name, String language, UserId by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.call(() -> {
            var id = WorkspaceId.next();
            rates.count(id, by, now);
            var founded = workspaces.begin(Workspace.found(id, name, language, plans.usual(), by, now));
            memberships.begin(founded.id(), by, Role.MANAGER, now);
            return founded;
        });
    }
}
