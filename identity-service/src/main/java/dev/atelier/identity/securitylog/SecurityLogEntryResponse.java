package dev.atelier.identity.securitylog;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.securitylog.entry.SecurityLogDetail;
import dev.atelier.identity.securitylog.entry.SecurityLogKind;
import dev.atelier.identity.securitylog.entry.SecurityLogOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry, as an operator reads it. */
record SecurityLogEntryResponse(
        long sequence,
        Instant occurredAt,
        SecurityLogKind kind,
        SecurityLogOutcome outcome,
        @Nullable SecurityLogDetail detail,

        @Nullable @Schema(description = "the person concerned; null where none is known, or they were erased")
        String userId,

        @Nullable @Schema(description = "who did it, where that is another person")
        String actorId,

        @Nullable @Schema(description = "the prefix of the network address, in CIDR notation", example = "203.0.113.0/24")
        String network,

        @Nullable String client,
        @Nullable WorkspaceId workspaceId,

        @Schema(description = "SHA-256 over the hash of the entry before and this entry, in hexadecimal")
        String hash) {
    static SecurityLogEntryResponse of(SecurityLogEntry entry) {
        return new SecurityLogEntryResponse(
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

    private static @Nullable String value(@Nullable ErasableValue part) {
        return part == null ? null : part.value();
    }
}
