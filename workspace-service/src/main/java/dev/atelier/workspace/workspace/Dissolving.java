package dev.atelier.workspace.workspace;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deletions;
import dev.atelier.kit.deletion.GoingAlong;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.deletion.TypedName;
import dev.atelier.workspace.membership.Memberships;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Deletes a workspace for good (W6). From then on it has no members, so that nobody finds it or anything in it. */
@Component
class Dissolving {
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Deletions deletions;
    private final GoingAlong goingAlong;
    private final Transactions transactions;

    Dissolving(
            Workspaces workspaces,
            Memberships memberships,
            Deletions deletions,
            GoingAlong goingAlong,
            Transactions transactions) {
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.deletions = deletions;
        this.goingAlong = goingAlong;
        this.transactions = transactions;
    }

    Deleted delete(WorkspaceId id, TypedName name, UserId by) {
        memberships.demand(id, by);
        workspaces.demandManager(id, by);
        var what = Deleted.workspace(id);
        var along = goingAlong.with(what);
        transactions.run(() -> {
            memberships.demand(id, by);
            var workspace = workspaces.demand(id);
            var deleted = workspace.delete(by);
            name.demand(workspace.name(), along);
            memberships.endAll(id);
            workspaces.delete(deleted);
            deletions.accept(what, by, TypedName.sum(along), Duration.ZERO);
        });
        return what;
    }
}
