package dev.atelier.workspace.workspace;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.deletion.DeletionImpactCounter;
import dev.atelier.kit.deletion.DeletionStore;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.deletion.ConfirmDeletionRequest;
import dev.atelier.workspace.membership.MembershipStore;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Deletes a workspace permanently. From then on it has no members, so nobody finds it or its content. */
@Component
class DeleteWorkspace {
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final DeletionStore deletionStore;
    private final DeletionImpactCounter deletionImpactCounter;
    private final TransactionRunner transactionRunner;

    DeleteWorkspace(
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            DeletionStore deletionStore,
            DeletionImpactCounter deletionImpactCounter,
            TransactionRunner transactionRunner) {
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.deletionStore = deletionStore;
        this.deletionImpactCounter = deletionImpactCounter;
        this.transactionRunner = transactionRunner;
    }

    DeletionTarget delete(WorkspaceId id, ConfirmDeletionRequest name, UserId by) {
        membershipStore.require(id, by);
        workspaceStore.requireManager(id, by);
        var what = DeletionTarget.workspace(id);
        var along = deletionImpactCounter.count(what);
        transactionRunner.run(() -> {
            membershipStore.require(id, by);
            var workspace = workspaceStore.require(id);
            var deleted = workspace.delete(by);
            name.requireName(workspace.name(), along);
            membershipStore.endAll(id);
            workspaceStore.delete(deleted);
            deletionStore.accept(what, by, ConfirmDeletionRequest.total(along), Duration.ZERO);
        });
        return what;
    }
}
