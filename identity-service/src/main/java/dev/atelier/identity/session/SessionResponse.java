package dev.atelier.identity.session;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the caller's own sessions.
 *
 * @param current whether the request came with a token of this session
 */
record SessionResponse(
        String id,
        boolean current,
        Device device,

        @Nullable @Schema(
                description = "the prefix of the network address where it began, in CIDR notation",
                example = "203.0.113.0/24")
        String network,

        @Schema(description = "the applications it is signed in to", example = "[\"atelier-web\"]")
        List<String> clients,

        Instant startedAt,

        @Schema(description = "when a token was last requested; access tokens live for some minutes")
        Instant lastUsedAt,

        @Schema(description = "when it expires unless it is used before")
        Instant idleExpiresAt,

        @Nullable @Schema(description = "when it expires even if it is used; null where there is no such limit")
        Instant expiresAt) {

    /** The current one first, then by last use. */
    static final Comparator<SessionResponse> ORDER = Comparator.comparing(SessionResponse::current)
            .reversed()
            .thenComparing(SessionResponse::lastUsedAt, Comparator.reverseOrder())
            .thenComparing(SessionResponse::id);

    /** Device of a session, as far as its browser tells. */
    record Device(
            @Nullable @Schema(example = "Windows") String os,
            @Nullable @Schema(example = "Firefox") String browser,
            boolean mobile) {}

    static SessionResponse of(DirectorySession directorySession, @Nullable String current) {
        return new SessionResponse(
                directorySession.id(),
                directorySession.id().equals(current),
                new Device(directorySession.os(), directorySession.browser(), directorySession.mobile()),
                directorySession.network(),
                directorySession.clients(),
                directorySession.started(),
                directorySession.lastAccess(),
                directorySession.idleEnd(),
                directorySession.end());
    }
}
