package dev.atelier.workspace.member;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.workspace.WorkspaceStore;
import org.springframework.stereotype.Component;

/** Ends memberships, and in the same transaction all access that depends on them. */
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

    /**
     * The manager removes another member. If it is a service account, identity-service handles the end of the
     * membership, revokes the account and publishes that.
     */
    void remove(WorkspaceId id, UserId member, UserId by) {
        transactionRunner.run(() -> {
            membershipStore.require(id, by);
            workspaceStore.requireManager(id, by);
            if (membershipStore.require(id, member).role() != WorkspaceRole.SERVICE_ACCOUNT) {
                workspaceStore.removeMember(id, member, by);
            }
            membershipStore.end(id, member, by);
        });
    }

    /**
     * Ends the membership of a revoked service account; does nothing if it is no member any more. identity-service has
     * published the event.
     */
    void removeRevoked(WorkspaceId id, UserId account, UserId by) {
        transactionRunner.run(() -> {
            if (membershipStore.find(id, account).isPresent()) {
                membershipStore.end(id, account, by);
            }
        });
    }

    /** A member leaves. */
    void leave(WorkspaceId id, UserId member) {
        transactionRunner.run(() -> {
            membershipStore.require(id, member);
            workspaceStore.leave(id, member);
            membershipStore.end(id, member, member);
        });
    }
}
