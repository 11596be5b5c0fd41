package dev.atelier.identity.securitylog;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.securitylog.note.Detail;
import dev.atelier.identity.securitylog.note.Kind;
import dev.atelier.identity.securitylog.note.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry, as an operator reads it. */
record EntryView(
        long sequence,
        Instant at,
        Kind kind,
        Outcome outcome,
        @Nullable Detail detail,

        @Nullable @Schema(description = "whom it concerns; null where nobody known, or where the person was erased")
        String userId,

        @Nullable @Schema(description = "who did it, where that is somebody else")
        String actorId,

        @Nullable @Schema(
                description = "from where, coarsely: the first part of the network address, in CIDR notation",
                example = "203.0.113.0/24")
        String network,

        @Nullable String client,
        @Nullable WorkspaceId workspaceId,

        @Schema(description = "SHA-256 over the hash of the entry before and this entry, in hexadecimal")
        String hash) {
    static EntryView of(Entry entry) {
        return new EntryView(
                entry.sequence(),
                entry.at(),
                entry.kind(),
                entry.outcome(),
                entry.detail(),
                value(entry.subject()),
                value(entry.actor()),
                value(entry.network()),
                entry.client(),
                entry.workspaceId(),
                entry.hash());
    }

    private static @Nullable String value(@Nullable Sealed part) {
        return part == null ? null : part.value();
    }
}
