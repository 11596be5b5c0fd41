package dev.atelier.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atelier.identity.session.DirectorySession;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session as Atelier's extension of Keycloak's admin API returns it; times are epoch seconds. */
@JsonIgnoreProperties(ignoreUnknown = true)
record KeycloakSession(
        String id,
        @Nullable String os,
        @Nullable String browser,
        boolean mobile,
        @Nullable String network,
        long started,
        long lastAccess,
        long idleEnd,
        @Nullable Long end,
        List<String> clients) {
    DirectorySession toDirectorySession() {
        return new DirectorySession(
                id,
                os,
                browser,
                mobile,
                network,
                Instant.ofEpochSecond(started),
                Instant.ofEpochSecond(lastAccess),
                Instant.ofEpochSecond(idleEnd),
                end == null ? null : Instant.ofEpochSecond(end),
                clients);
    }
}
