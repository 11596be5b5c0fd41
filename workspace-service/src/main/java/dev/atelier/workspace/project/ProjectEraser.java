package dev.atelier.workspace.project;

import dev.atelier.events.ProjectState;
import dev.atelier.kit.deletion.DataEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.event.WorkspaceEventPublisher;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Deletes the projects of a deleted workspace. */
@Component
@Order(1)
class ProjectEraser implements DataEraser {
    private final ProjectRepository documents;
    private final WorkspaceEventPublisher workspaceEventPublisher;
    private final TransactionRunner transactionRunner;

    ProjectEraser(
            ProjectRepository documents,
            WorkspaceEventPublisher workspaceEventPublisher,
            TransactionRunner transactionRunner) {
        this.documents = documents;
        this.workspaceEventPublisher = workspaceEventPublisher;
        this.transactionRunner = transactionRunner;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        if (what.kind() != DeletionTargetKind.WORKSPACE) {
            return 0;
        }
        return transactionRunner.call(() -> {
            var some = documents.findByWorkspaceId(what.workspaceId(), Limit.of(limit / 5));
            for (var project : some) {
                documents.deleteByWorkspaceIdAndId(project.workspaceId(), project.id());
                workspaceEventPublisher.publishState(new ProjectState(
                        project.workspaceId(), project.id(), "", Set.of(), true, project.version() + 1));
            }
            return some.size();
        });
    }

    @Override
    public Map<String, Long> counts(DeletionTarget what) {
        return what.kind() == DeletionTargetKind.WORKSPACE
                ? Map.of("projects", documents.countByWorkspaceId(what.workspaceId()))
                : Map.of();
    }
}
