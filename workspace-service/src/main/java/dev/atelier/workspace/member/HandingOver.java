package dev.atelier.workspace.member;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.responsibility.Responsibilities;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.people.People;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Gives the management to another member, once that one accepts (W1). */
@Component
class HandingOver {
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final People people;
    private final Responsibilities responsibilities;
    private final Transactions transactions;
    private final Clock clock;

    HandingOver(
            Workspaces workspaces,
            Memberships memberships,
            People people,
            Responsibilities responsibilities,
            Transactions transactions,
            Clock clock) {
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.people = people;
        this.responsibilities = responsibilities;
        this.transactions = transactions;
        this.clock = clock;
    }

    void offer(WorkspaceId id, UserId to, UserId by) {
        transactions.run(() -> {
            memberships.demand(id, by);
            workspaces.demandManager(id, by);
            if (memberships.lasting(id, to).filter(HandingOver::isPerson).isEmpty()
                    || !people.of(to).active()) {
                throw new NotAnActiveMember();
            }
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            workspaces.offer(id, to, by, now);
        });
    }

    void withdraw(WorkspaceId id, UserId by) {
        transactions.run(() -> {
            memberships.demand(id, by);
            workspaces.withdraw(id, by);
        });
    }

    /** Other services make the successor responsible when they learn of it. */
    void accept(WorkspaceId id, UserId by, boolean takeOver) {
        transactions.run(() -> {
            memberships.demand(id, by);
            var from = workspaces.accept(id, by, takeOver);
            memberships.change(id, from, Role.MEMBER);
            memberships.change(id, by, Role.MANAGER);
            if (takeOver) {
                responsibilities.handedOver(id, from, by);
            }
        });
    }

    private static boolean isPerson(Membership member) {
        return member.role() != Role.SERVICE_ACCOUNT;
    }
}
