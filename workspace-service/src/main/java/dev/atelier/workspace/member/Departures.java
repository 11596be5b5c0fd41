package dev.atelier.workspace.member;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.workspace.Workspaces;
import org.springframework.stereotype.Component;

/** Ends memberships, and in the same transaction all that hangs on them (W2, W12). */
@Component
class Departures {
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Transactions transactions;

    Departures(Workspaces workspaces, Memberships memberships, Transactions transactions) {
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.transactions = transactions;
    }

    /** The manager removes somebody else. Of a service account identity-service hears it, which revokes it and says so. */
    void remove(WorkspaceId id, UserId member, UserId by) {
        transactions.run(() -> {
            memberships.demand(id, by);
            workspaces.demandManager(id, by);
            if (memberships.demand(id, member).role() != Role.SERVICE_ACCOUNT) {
                workspaces.removed(id, member, by);
            }
            memberships.end(id, member, by);
        });
    }

    /** A service account was revoked; nothing happens where it is in no more. identity-service said the fact. */
    void dismiss(WorkspaceId id, UserId account, UserId by) {
        transactions.run(() -> {
            if (memberships.lasting(id, account).isPresent()) {
                memberships.end(id, account, by);
            }
        });
    }

    /** A member goes by their own will. */
    void leave(WorkspaceId id, UserId member) {
        transactions.run(() -> {
            memberships.demand(id, member);
            workspaces.left(id, member);
            memberships.end(id, member, member);
        });
    }
}
