package dev.atelier.identity.securitylog.source;

import dev.atelier.identity.keycloak.KeycloakAuditEvent;
import dev.atelier.identity.keycloak.KeycloakAuditReader.KeycloakAuditStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read position in one of Keycloak's event streams. Events that a poll reads again are recognized by their source.
 *
 * @param newest the time of the newest event read
 * @param looked when Keycloak last answered
 */
@TypeAlias("log-cursor")
@Document("securityLogCursors")
record KeycloakAuditCursor(@Id KeycloakAuditStream stream, Instant newest, Instant looked) {
    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);

    /** Starts with everything that Keycloak still has. */
    static KeycloakAuditCursor first(KeycloakAuditStream stream, Duration retention, Instant now) {
        return new KeycloakAuditCursor(stream, now.minus(retention), now);
    }

    /** Whether Keycloak may have deleted unread events. */
    boolean expired(Duration retention, Instant now) {
        return looked.plus(retention).isBefore(now);
    }

    KeycloakAuditCursor after(List<KeycloakAuditEvent> read, Instant now) {
        var last = read.stream().map(KeycloakAuditEvent::at).max(Comparator.naturalOrder());
        return new KeycloakAuditCursor(stream, last.filter(newest::isBefore).orElse(newest), now);
    }

    /** Whether it differs so much from the new position that this must be saved. */
    boolean isBehind(KeycloakAuditCursor other) {
        return other.newest.isAfter(newest) || other.looked.isAfter(looked.plus(NOTE_EVERY));
    }
}
