package dev.atelier.workspace.member;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.workspace.WorkspaceStore;
import org.springframework.stereotype.Component;

/** Ends memberships, and in the same transaction all that hangs on them (W2, W12). */
@Component
class RemoveMember {
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final TransactionRunner transactionRunner;

    RemoveMember(WorkspaceStore workspaceStore, MembershipStore membershipStore, TransactionRunner transactionRunner) {
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.transactionRunner = transactionRunner;
    }

    /** The manager removes somebody else. Of a service account identity-service hears it, which revokes it and says so. */
    void remove(WorkspaceId id, UserId member, UserId by) {
        transactionRunner.run(() -> {
            membershipStore.demand(id, by);
            workspaceStore.demandManager(id, by);
            if (membershipStore.demand(id, member).role() != WorkspaceRole.SERVICE_ACCOUNT) {
                workspaceStore.removed(id, member, by);
            }
            membershipStore.end(id, member, by);
        });
    }

    /** A service account was revoked; nothing happens where it is in no more. identity-service said the fact. */
    void dismiss(WorkspaceId id, UserId account, UserId by) {
        transactionRunner.run(() -> {
            if (membershipStore.lasting(id, account).isPresent()) {
                membershipStore.end(id, account, by);
            }
        });
    }

    /** A member goes by their own will. */
    void leave(WorkspaceId id, UserId member) {
        transactionRunner.run(() -> {
            membershipStore.demand(id, member);
            workspaceStore.left(id, member);
            membershipStore.end(id, member, member);
        });
    }
}
