package dev.atelier.kit.deletion;

import dev.atelier.kit.mongo.WorkspaceOwned;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;

/** Deletes the documents of all collections that carry the id of the deletion target. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class WorkspaceOwnedEraser implements DataEraser {
    private final MongoTemplate mongo;
    private final MongoMappingContext documents;

    WorkspaceOwnedEraser(MongoTemplate mongo, MongoMappingContext documents) {
        this.mongo = mongo;
        this.documents = documents;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        return documents.getPersistentEntities().stream()
                .filter(entity -> holds(entity, what.kind()))
                .map(MongoPersistentEntity::getCollection)
                .distinct()
                .mapToInt(collection -> erase(mongo, collection, what.filter(), limit))
                .filter(removed -> removed > 0)
                .findFirst()
                .orElse(0);
    }

    private static boolean holds(MongoPersistentEntity<?> entity, DeletionTarget.DeletionTargetKind kind) {
        return WorkspaceOwned.class.isAssignableFrom(entity.getType())
                && switch (kind) {
                    case WORKSPACE -> true;
                    case PROJECT -> entity.getPersistentProperty("projectId") != null;
                    case ACTION -> entity.getPersistentProperty("actionId") != null;
                };
    }

    private static int erase(MongoTemplate mongo, String collection, Document filter, int limit) {
        var ids = mongo.getCollection(collection)
                .find(filter)
                .projection(new Document("_id", 1))
                .limit(limit)
                .map(document -> document.get("_id"))
                .into(new ArrayList<>());
        if (!ids.isEmpty()) {
            mongo.getCollection(collection)
                    .deleteMany(new Document(filter).append("_id", new Document("$in", List.copyOf(ids))));
        }
        return ids.size();
    }
}
