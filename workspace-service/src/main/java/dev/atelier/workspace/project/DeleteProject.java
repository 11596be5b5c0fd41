package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.deletion.DeletionImpactCounter;
import dev.atelier.kit.deletion.DeletionStore;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.deletion.ConfirmDeletionRequest;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Duration;
import java.util.HashSet;
import org.springframework.stereotype.Component;

/** Deletes a project permanently. Nobody finds it from then on; its content is deleted in batches. */
@Component
class DeleteProject {
    private final ProjectStore projectStore;
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final DeletionStore deletionStore;
    private final DeletionImpactCounter deletionImpactCounter;
    private final TransactionRunner transactionRunner;

    DeleteProject(
            ProjectStore projectStore,
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            DeletionStore deletionStore,
            DeletionImpactCounter deletionImpactCounter,
            TransactionRunner transactionRunner) {
        this.projectStore = projectStore;
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.deletionStore = deletionStore;
        this.deletionImpactCounter = deletionImpactCounter;
        this.transactionRunner = transactionRunner;
    }

    /**
     * Writes the membership document of everybody who can write in the project, so that no such write commits
     * concurrently.
     */
    DeletionTarget delete(WorkspaceId workspace, ProjectId id, ConfirmDeletionRequest name, UserId by) {
        projectStore.requireReader(workspace, id, by);
        var what = DeletionTarget.project(workspace, id);
        var along = deletionImpactCounter.count(what);
        transactionRunner.run(() -> {
            var readableProject = projectStore.require(workspace, id, by);
            var project = readableProject.project();
            var deleted = project.delete(by, readableProject.manager());
            name.requireName(project.name(), along);
            var people = new HashSet<>(project.participants());
            people.add(workspaceStore.manager(workspace));
            membershipStore.lockMemberships(workspace, people);
            projectStore.delete(deleted);
            deletionStore.accept(what, by, ConfirmDeletionRequest.total(along), Duration.ZERO);
        });
        return what;
    }
}
