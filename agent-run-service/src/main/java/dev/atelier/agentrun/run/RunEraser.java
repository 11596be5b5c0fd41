package dev.atelier.agentrun.run;

import dev.atelier.kit.deletion.DataEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Removes the runs of a deleted project with what lies below them; all else of it and of workspaces carries their ids. */
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
