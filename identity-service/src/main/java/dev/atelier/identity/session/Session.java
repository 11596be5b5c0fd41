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
record Session(
        String id,
        boolean current,
        Device device,

        @Nullable @Schema(
                description = "where it began, coarsely: the first part of the network address, in CIDR notation",
                example = "203.0.113.0/24")
        String network,

        @Schema(description = "the applications it is signed in to", example = "[\"atelier-web\"]")
        List<String> clients,

        Instant startedAt,

        @Schema(description = "when a token was last asked for; access tokens live for some minutes")
        Instant lastAccessAt,

        @Schema(description = "when it ends unless it is used before")
        Instant endsUnusedAt,

        @Nullable @Schema(description = "when it ends however much it is used; null where there is no such limit")
        Instant endsAt) {

    /** The current one first, then those that were used last. */
    static final Comparator<Session> ORDER = Comparator.comparing(Session::current)
            .reversed()
            .thenComparing(Session::lastAccessAt, Comparator.reverseOrder())
            .thenComparing(Session::id);

    /** What somebody signed in with, as far as their browser said. */
    record Device(
            @Nullable @Schema(example = "Windows") String os,
            @Nullable @Schema(example = "Firefox") String browser,
            boolean mobile) {}

    static Session of(SignIn signIn, @Nullable String current) {
        return new Session(
                signIn.id(),
                signIn.id().equals(current),
                new Device(signIn.os(), signIn.browser(), signIn.mobile()),
                signIn.network(),
                signIn.clients(),
                signIn.started(),
                signIn.lastAccess(),
                signIn.idleEnd(),
                signIn.end());
    }
}
