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
 * One thing that happened in a workspace.
 *
 * @param id the event's, a UUIDv7: what happened later has a greater one
 * @param what the event's type, {@code workspace.member-removed}
 * @param by who did it; null where nobody did
 * @param about what it happened to, {@code projects/<id>}
 * @param fact the event's JSON
 * @param expires when the note ends
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
