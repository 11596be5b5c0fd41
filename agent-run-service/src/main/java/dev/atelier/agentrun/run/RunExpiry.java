package dev.atelier.agentrun.run;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.retention.DataExpiry;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Deletes expired runs with their journals and approvals. The retention period starts when a run ends. */
@Component
class RunExpiry implements DataExpiry {
    private final RunDeleter runs;

    RunExpiry(RunDeleter runs) {
        this.runs = runs;
    }

    @Override
    public String kind() {
        return "runs";
    }

    @Override
    public int expire(WorkspaceId workspace, Instant before, int limit) {
        return runs.remove(
                workspace,
                ended(before),
                found -> found.sort(new Document("ending.at", 1)).limit(limit));
    }

    @Override
    public long count(WorkspaceId workspace, Instant before) {
        return runs.count(workspace, ended(before));
    }

    private static Document ended(Instant before) {
        return new Document("ending.at", new Document("$lt", Date.from(before)));
    }
}
