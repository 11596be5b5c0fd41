package dev.atelier.identity.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session in the directory.
 *
 * @param os a family such as {@code Windows}, without its version; null where it is unknown
 * @param browser a family such as {@code Firefox}, without its version; null where it is unknown
 * @param network the prefix of the network address where it began, {@code 203.0.113.0/24}; null where it is unknown
 * @param idleEnd when it expires unless it is used again
 * @param end when it expires in any case; null where there is no such limit
 * @param clients the applications it is signed in to
 */
public record DirectorySession(
        String id,
        @Nullable String os,
        @Nullable String browser,
        boolean mobile,
        @Nullable String network,
        Instant started,
        Instant lastAccess,
        Instant idleEnd,
        @Nullable Instant end,
        List<String> clients) {
    public DirectorySession {
        clients = List.copyOf(clients);
    }
}
