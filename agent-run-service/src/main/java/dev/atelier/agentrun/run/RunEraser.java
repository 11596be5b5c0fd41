package dev.atelier.agentrun.run;

import dev.atelier.kit.deletion.DataEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Deletes the runs of a deleted project with their journals and approvals. All other data of projects and workspaces
 * carries their ids and is deleted by id.
 */
@Component
class RunEraser implements DataEraser {
    private final RunDeleter runs;

    RunEraser(RunDeleter runs) {
        this.runs = runs;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        return what.kind() == DeletionTargetKind.PROJECT
                ? runs.remove(
                        what.workspaceId(),
                        new Document("order.projectId", what.id()),
                        found -> found.limit(limit / 10))
                : 0;
    }
}
