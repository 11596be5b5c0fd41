package dev.atelier.agentrun.run;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import dev.atelier.events.id.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Deletes runs with their journals and approvals; the runs themselves last. */
@Component
class RunDeleter {
    private static final List<String> BELOW = List.of("journal", "approvals");

    private final MongoTemplate mongo;

    RunDeleter(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Deletes some of a workspace's runs.
     *
     * @param which filter on fields of stored runs
     * @param some order and limit of the matching runs
     * @return number of deleted runs
     */
    int remove(WorkspaceId workspace, Document which, UnaryOperator<FindIterable<Document>> some) {
        var all = in(workspace, which);
        var ids = some.apply(runs().find(all).projection(new Document("_id", 1)))
                .map(run -> run.get("_id"))
                .into(new ArrayList<>());
        if (!ids.isEmpty()) {
            var these = new Document("$in", ids);
            BELOW.forEach(below -> mongo.getCollection(below).deleteMany(in(workspace, new Document("runId", these))));
            runs().deleteMany(all.append("_id", these));
        }
        return ids.size();
    }

    long count(WorkspaceId workspace, Document which) {
        return runs().countDocuments(in(workspace, which));
    }

    private static Document in(WorkspaceId workspace, Document which) {
        var all = new Document("workspaceId", workspace.value());
        all.putAll(which);
        return all;
    }

    private MongoCollection<Document> runs() {
        return mongo.getCollection("runs");
    }
}
