package dev.atelier.agentrun.run.removing;

import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Erasing;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Removes the runs of a deleted project with what lies below them; all else of it and of workspaces carries their ids. */
@Component
class RunErasing implements Erasing {
    private final Removing runs;

    RunErasing(Removing runs) {
        this.runs = runs;
    }

    @Override
    public int erase(Deleted what, int limit) {
        return what.kind() == Kind.PROJECT
                ? runs.remove(
                        what.workspaceId(),
                        new Document("order.projectId", what.id()),
                        found -> found.limit(limit / 10))
                : 0;
    }
}
