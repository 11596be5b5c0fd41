package dev.atelier.workspace.auditlog;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.retention.DataExpiry;
import java.time.Instant;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Deletes old audit log entries. If the installation keeps entries for a shorter time than the workspace, the shorter
 * time applies.
 */
@Component
class AuditLogExpiry implements DataExpiry {
    /** Multiplies the batch size: entries are small and their deletion publishes no event. */
    private static final int BATCH_FACTOR = 25;

    private final MongoTemplate mongo;

    AuditLogExpiry(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public String kind() {
        return "logs";
    }

    @Override
    public int expire(WorkspaceId workspace, Instant before, int limit) {
        var old = Query.query(criteria(workspace, before)).with(Sort.by("_id")).limit(limit * BATCH_FACTOR);
        old.fields().include("_id");
        var ids = mongo.find(old, org.bson.Document.class, "activity").stream()
                .map(note -> note.get("_id"))
                .toList();
        if (!ids.isEmpty()) {
            mongo.remove(
                    Query.query(where("workspaceId").is(workspace).and("_id").in(ids)), AuditLogEntry.class);
        }
        return ids.size();
    }

    @Override
    public long count(WorkspaceId workspace, Instant before) {
        return mongo.count(Query.query(criteria(workspace, before)), AuditLogEntry.class);
    }

    /** Event ids begin with their timestamp, so a range of ids is a range of time. */
    private static Criteria criteria(WorkspaceId workspace, Instant before) {
        return where("workspaceId").is(workspace).and("_id").lt(UuidV7.first(before));
    }
}
