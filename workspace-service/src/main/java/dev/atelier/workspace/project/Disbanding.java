package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deletions;
import dev.atelier.kit.deletion.GoingAlong;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.deletion.TypedName;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Duration;
import java.util.HashSet;
import org.springframework.stereotype.Component;

/** Deletes a project for good (W6). From then on nobody finds it; what is in it is removed piece by piece. */
@Component
class Disbanding {
    private final Projects projects;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Deletions deletions;
    private final GoingAlong goingAlong;
    private final Transactions transactions;

    Disbanding(
            Projects projects,
            Workspaces workspaces,
            Memberships memberships,
            Deletions deletions,
            GoingAlong goingAlong,
            Transactions transactions) {
        this.projects = projects;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.deletions = deletions;
        this.goingAlong = goingAlong;
        this.transactions = transactions;
    }

    /** Writes the row of everybody who could write into the project, so that nothing commits in it beside this. */
    Deleted delete(WorkspaceId workspace, ProjectId id, TypedName name, UserId by) {
        projects.demandReader(workspace, id, by);
        var what = Deleted.project(workspace, id);
        var along = goingAlong.with(what);
        transactions.run(() -> {
            var seen = projects.demand(workspace, id, by);
            var project = seen.project();
            var deleted = project.delete(by, seen.manager());
            name.demand(project.name(), along);
            var people = new HashSet<>(project.participants());
            people.add(workspaces.manager(workspace));
            memberships.relyOnAll(workspace, people);
            projects.delete(deleted);
            deletions.accept(what, by, TypedName.sum(along), Duration.ZERO);
        });
        return what;
    }
}
