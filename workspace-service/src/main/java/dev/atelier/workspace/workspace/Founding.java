package dev.atelier.workspace.workspace;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.membership.Memberships;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Makes a workspace; whoever makes it manages it (W1). */
@Component
class Founding {
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Transactions transactions;
    private final Clock clock;

    Founding(Workspaces workspaces, Memberships memberships, Transactions transactions, Clock clock) {
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.transactions = transactions;
        this.clock = clock;
    }

    Workspace found(String name, String language, UserId by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.call(() -> {
            var founded = workspaces.begin(Workspace.found(WorkspaceId.next(), name, language, by, now));
            memberships.begin(founded.id(), by, Role.MANAGER, now);
            return founded;
        });
    }
}
