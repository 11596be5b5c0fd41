package dev.atelier.workspace.workspace;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.membership.Memberships;
import org.springframework.stereotype.Component;

/** Gives a workspace another name or language. */
@Component
class Naming {
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Transactions transactions;

    Naming(Workspaces workspaces, Memberships memberships, Transactions transactions) {
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.transactions = transactions;
    }

    WorkspaceView describe(WorkspaceId id, WorkspacePatch patch, ExpectedVersion expected, UserId by) {
        return transactions.call(() -> {
            var member = memberships.demand(id, by);
            var before = workspaces.demand(id);
            before.demandManager(by);
            before.requireUntouched(expected);
            var name = patch.name() == null ? before.name() : patch.name().strip();
            var language = patch.language() == null ? before.language() : patch.language();
            return WorkspaceView.of(workspaces.store(before, before.describe(name, language, by)), member);
        });
    }
}
