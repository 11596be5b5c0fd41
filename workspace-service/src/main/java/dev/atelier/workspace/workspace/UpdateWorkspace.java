package dev.atelier.workspace.workspace;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.membership.MembershipStore;
import org.springframework.stereotype.Component;

/** Changes the name or language of a workspace. */
@Component
class UpdateWorkspace {
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final TransactionRunner transactionRunner;

    UpdateWorkspace(
            WorkspaceStore workspaceStore, MembershipStore membershipStore, TransactionRunner transactionRunner) {
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.transactionRunner = transactionRunner;
    }

    WorkspaceResponse update(WorkspaceId id, UpdateWorkspaceRequest patch, ExpectedVersion expected, UserId by) {
        return transactionRunner.call(() -> {
            var member = membershipStore.require(id, by);
            var before = workspaceStore.require(id);
            before.requireManager(by);
            before.requireVersion(expected);
            var name = patch.name() == null ? before.name() : patch.name().strip();
            var language = patch.language() == null ? before.language() : patch.language();
            return WorkspaceResponse.of(workspaceStore.store(before, before.update(name, language, by)), member);
        });
    }
}
