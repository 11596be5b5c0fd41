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
 * How far a stream of Keycloak's was written into the log. What a look meets again is known by its source.
 *
 * @param newest the time of the newest that was seen
 * @param looked when Keycloak last answered
 */
@TypeAlias("log-cursor")
@Document("securityLogCursors")
record KeycloakAuditCursor(@Id KeycloakAuditStream stream, Instant newest, Instant looked) {
    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);

    /** The first begins with all that Keycloak still has. */
    static KeycloakAuditCursor first(KeycloakAuditStream stream, Duration retention, Instant now) {
        return new KeycloakAuditCursor(stream, now.minus(retention), now);
    }

    /** Whether Keycloak may have dropped something since. */
    boolean expired(Duration retention, Instant now) {
        return looked.plus(retention).isBefore(now);
    }

    KeycloakAuditCursor after(List<KeycloakAuditEvent> read, Instant now) {
        var last = read.stream().map(KeycloakAuditEvent::at).max(Comparator.naturalOrder());
        return new KeycloakAuditCursor(stream, last.filter(newest::isBefore).orElse(newest), now);
    }

    /** Whether it is so far behind this one that it must be stored anew. */
    boolean isBehind(KeycloakAuditCursor other) {
        return other.newest.isAfter(newest) || other.looked.isAfter(looked.plus(NOTE_EVERY));
    }
}
