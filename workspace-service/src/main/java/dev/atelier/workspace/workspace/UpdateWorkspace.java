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

    WorkspaceResponse describe(WorkspaceId id, UpdateWorkspaceRequest patch, ExpectedVersion expected, UserId by) {
        return transactionRunner.call(() -> {
            var member = membershipStore.demand(id, by);
            var before = workspaceStore.demand(id);
            before.demandManager(by);
            before.requireUntouched(expected);
            var name = patch.name() == null ? before.name() : patch.name().strip();
            var language = patch.language() == null ? before.language() : patch.language();
            return WorkspaceResponse.of(workspaceStore.store(before, before.describe(name, language, by)), member);
        });
    }
}
