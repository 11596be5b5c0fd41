package dev.atelier.identity.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session, as the directory knows it.
 *
 * @param os a family such as {@code Windows}, without its version; null where it is not known
 * @param browser a family such as {@code Firefox}, without its version; null where it is not known
 * @param network the first part of the network address it began from, {@code 203.0.113.0/24}; null where it is not known
 * @param idleEnd when it ends if it is not used again
 * @param end when it ends in any case; null where only idleness ends it
 * @param clients the applications it signed in to
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
