package dev.atelier.agentrun.run.erasing;

import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Erasing;
import java.util.ArrayList;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Removes the runs of a deleted project, their journals first; all else of it and of workspaces carries their ids. */
@Component
class RunErasing implements Erasing {
    private final MongoTemplate mongo;

    RunErasing(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public int erase(Deleted what, int limit) {
        if (what.kind() != Kind.PROJECT) {
            return 0;
        }
        var workspace = what.workspaceId().value();
        var ofProject = new Document("workspaceId", workspace).append("order.projectId", what.id());
        var ids = mongo.getCollection("runs")
                .find(ofProject)
                .projection(new Document("_id", 1))
                .limit(limit / 10)
                .map(run -> run.get("_id"))
                .into(new ArrayList<>());
        if (!ids.isEmpty()) {
            var these = new Document("$in", ids);
            mongo.getCollection("journal").deleteMany(new Document("workspaceId", workspace).append("runId", these));
            mongo.getCollection("runs").deleteMany(ofProject.append("_id", these));
        }
        return ids.size();
    }
}
