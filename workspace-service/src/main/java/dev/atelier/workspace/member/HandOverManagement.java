package dev.atelier.workspace.member;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.responsibility.ResponsibilityService;
import dev.atelier.workspace.membership.Membership;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.people.PersonLookup;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Hands the management over to another member, who must accept it. */
@Component
class HandOverManagement {
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final PersonLookup personLookup;
    private final ResponsibilityService responsibilityService;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    HandOverManagement(
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            PersonLookup personLookup,
            ResponsibilityService responsibilityService,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.personLookup = personLookup;
        this.responsibilityService = responsibilityService;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    void offer(WorkspaceId id, UserId to, UserId by) {
        transactionRunner.run(() -> {
            membershipStore.require(id, by);
            workspaceStore.requireManager(id, by);
            if (membershipStore
                            .find(id, to)
                            .filter(HandOverManagement::isPerson)
                            .isEmpty()
                    || !personLookup.find(to).active()) {
                throw new NotAnActiveMember();
            }
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            workspaceStore.offerManagement(id, to, by, now);
        });
    }

    void withdraw(WorkspaceId id, UserId by) {
        transactionRunner.run(() -> {
            membershipStore.require(id, by);
            workspaceStore.withdrawOffer(id, by);
        });
    }

    /** Other services make the successor responsible when they handle the published event. */
    void accept(WorkspaceId id, UserId by, boolean takeOver) {
        transactionRunner.run(() -> {
            membershipStore.require(id, by);
            var from = workspaceStore.acceptManagement(id, by, takeOver);
            membershipStore.changeRole(id, from, WorkspaceRole.MEMBER);
            membershipStore.changeRole(id, by, WorkspaceRole.MANAGER);
            if (takeOver) {
                responsibilityService.assignToSuccessor(id, from, by);
            }
        });
    }

    private static boolean isPerson(Membership member) {
        return member.role() != WorkspaceRole.SERVICE_ACCOUNT;
    }
}
