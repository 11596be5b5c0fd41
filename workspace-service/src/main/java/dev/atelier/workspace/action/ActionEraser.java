package dev.atelier.workspace.action;

import dev.atelier.kit.deletion.DataEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;
import java.util.ArrayList;
import java.util.Map;
import org.bson.Document;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Deletes actions with their comments and history. Those are deleted first, so that after a crash another instance
 * finds the action and continues.
 */
@Component
@Order(2)
class ActionEraser implements DataEraser {
    private final MongoTemplate mongo;

    ActionEraser(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        if (what.kind() == DeletionTargetKind.ACTION) {
            return 0;
        }
        var ids = mongo.getCollection("actions")
                .find(what.filter())
                .projection(new Document("_id", 1))
                .limit(limit)
                .map(action -> action.get("_id"))
                .into(new ArrayList<>());
        if (!ids.isEmpty()) {
            var these = new Document("$in", ids);
            var below = new Document("workspaceId", what.workspaceId().value()).append("actionId", these);
            mongo.getCollection("comments").deleteMany(below);
            mongo.getCollection("history").deleteMany(below);
            mongo.getCollection("actions").deleteMany(what.filter().append("_id", these));
        }
        return ids.size();
    }

    @Override
    public Map<String, Long> counts(DeletionTarget what) {
        return what.kind() == DeletionTargetKind.ACTION
                ? Map.of("comments", count("comments", what), "changes", count("history", what))
                : Map.of("actions", count("actions", what));
    }

    private long count(String collection, DeletionTarget what) {
        return mongo.getCollection(collection).countDocuments(what.filter());
    }
}
