package dev.atelier.agentrun.run.expiring;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.retention.Expiring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Runs, after their end, with their journals and approvals, which go first; one that has not ended has no end of its time. */
@Component
class RunExpiry implements Expiring {
    private final MongoTemplate mongo;

    RunExpiry(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public String kind() {
        return "runs";
    }

    @Override
    public int expire(WorkspaceId workspace, Instant before, int limit) {
        var ids = mongo.getCollection("runs")
                .find(ended(workspace, before))
                .sort(new Document("ending.at", 1))
                .projection(new Document("_id", 1))
                .limit(limit)
                .map(run -> run.get("_id"))
                .into(new ArrayList<>());
        if (!ids.isEmpty()) {
            var these = new Document("$in", ids);
            for (var below : List.of("journal", "approvals")) {
                mongo.getCollection(below)
                        .deleteMany(new Document("workspaceId", workspace.value()).append("runId", these));
            }
            mongo.getCollection("runs").deleteMany(ended(workspace, before).append("_id", these));
        }
        return ids.size();
    }

    @Override
    public long count(WorkspaceId workspace, Instant before) {
        return mongo.getCollection("runs").countDocuments(ended(workspace, before));
    }

    private static Document ended(WorkspaceId workspace, Instant before) {
        return new Document("workspaceId", workspace.value())
                .append("ending.at", new Document("$lt", Date.from(before)));
    }
}
