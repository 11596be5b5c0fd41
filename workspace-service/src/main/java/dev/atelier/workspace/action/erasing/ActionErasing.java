package dev.atelier.workspace.action.erasing;

import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Erasing;
import java.util.ArrayList;
import java.util.Map;
import org.bson.Document;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Removes work items with what only they lead to: their comments and history, which go first, so that whoever takes over
 * from a worker that died finds them again.
 */
@Component
@Order(2)
class ActionErasing implements Erasing {
    private final MongoTemplate mongo;

    ActionErasing(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public int erase(Deleted what, int limit) {
        if (what.kind() == Kind.ACTION) {
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
    public Map<String, Long> counts(Deleted what) {
        return what.kind() == Kind.ACTION
                ? Map.of("comments", count("comments", what), "changes", count("history", what))
                : Map.of("actions", count("actions", what));
    }

    private long count(String collection, Deleted what) {
        return mongo.getCollection(collection).countDocuments(what.filter());
    }
}
