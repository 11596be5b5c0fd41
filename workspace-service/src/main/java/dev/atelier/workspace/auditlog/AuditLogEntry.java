package dev.atelier.workspace.auditlog;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One event of a workspace in the audit log.
 *
 * @param id the id of the event, a UUIDv7: later events have greater ids
 * @param what the event type, for example {@code workspace.member-removed}
 * @param by who caused it; null if no person did
 * @param about what it happened to, for example {@code projects/<id>}
 * @param fact the event as JSON
 * @param expires when MongoDB deletes the entry
 */
@Document("activity")
@TypeAlias("occurrence")
@CompoundIndex(name = "newest", def = "{workspaceId: 1, _id: -1}")
@CompoundIndex(name = "of-kind", def = "{workspaceId: 1, what: 1, _id: -1}")
@CompoundIndex(name = "of-person", def = "{workspaceId: 1, by: 1, _id: -1}")
record AuditLogEntry(
        @Id UUID id,
        WorkspaceId workspaceId,
        Instant at,
        @NotPersonal("an event's type") String what,
        @Nullable UserId by,
        @NotPersonal("a kind of thing and an id") String about,

        @NotPersonal("an event's JSON, which holds ids, names of things and codes alone")
        String fact,

        @Indexed(expireAfter = "0s") Instant expires)
        implements WorkspaceOwned {}
