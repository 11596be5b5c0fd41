package dev.atelier.workspace.auditlog;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.DomainEvent;
import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.MessageJson;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Stores and reads the audit log of all workspaces. */
@Component
public class AuditLog {
    private final MongoTemplate mongo;
    private final AuditLogSettings settings;

    AuditLog(MongoTemplate mongo, AuditLogSettings settings) {
        this.mongo = mongo;
        this.settings = settings;
    }

    /**
     * Records an event, in the transaction that publishes or handles it.
     *
     * @param id the id of the event, a UUIDv7; its timestamp is the time of the entry
     */
    public void record(DomainEvent event, UUID id) {
        TransactionRunner.requireTransaction("recording an audit log entry");
        var at = UuidV7.time(id);
        mongo.insert(new AuditLogEntry(
                id,
                Objects.requireNonNull(event.workspaceId()),
                at,
                MessageCatalogue.of(event.getClass()).type(),
                EventActorResolver.resolve(event),
                event.subject(),
                MessageJson.write(event),
                at.plus(settings.retention())));
    }

    /** Streams all matching entries, newest first. The caller closes the stream. */
    Stream<AuditLogEntry> stream(WorkspaceId workspace, AuditLogFilter filter) {
        return mongo.stream(newestFirst(filter.toCriteria(workspace)).cursorBatchSize(1000), AuditLogEntry.class);
    }

    /**
     * Returns up to {@code limit} matching entries, newest first.
     *
     * @param before if given, only entries older than this one
     */
    List<AuditLogEntry> findNewest(WorkspaceId workspace, AuditLogFilter filter, @Nullable UUID before, int limit) {
        var matching = filter.toCriteria(workspace);
        return mongo.find(
                newestFirst(
                                before == null
                                        ? matching
                                        : matching.andOperator(where("_id").lt(before)))
                        .limit(limit),
                AuditLogEntry.class);
    }

    private static Query newestFirst(Criteria criteria) {
        return Query.query(criteria).with(Sort.by(Direction.DESC, "_id"));
    }
}
