package dev.atelier.workspace.member;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Lets service accounts in; people come by invitation. */
@Component
class Arrivals {
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Transactions transactions;
    private final Clock clock;

    Arrivals(Workspaces workspaces, Memberships memberships, Transactions transactions, Clock clock) {
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Nothing happens where the workspace was deleted meanwhile, or the account is in already. */
    void admit(WorkspaceId id, UserId account) {
        transactions.run(() -> {
            if (workspaces.touch(id) && memberships.lasting(id, account).isEmpty()) {
                memberships.begin(
                        id, account, Role.SERVICE_ACCOUNT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            }
        });
    }
}
