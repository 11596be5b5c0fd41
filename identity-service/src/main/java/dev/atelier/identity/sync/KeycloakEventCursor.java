package dev.atelier.identity.sync;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.identity.keycloak.KeycloakUserEvent;
import dev.atelier.identity.keycloak.KeycloakUserEventReader.KeycloakEventStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read position in one of Keycloak's event streams.
 *
 * @param newest the time of the newest event read
 * @param seen processed events that the next poll reads again
 * @param looked when Keycloak last answered
 */
@TypeAlias("event-cursor")
@Document("eventCursors")
record KeycloakEventCursor(
        @Id KeycloakEventStream stream, Instant newest, List<ProcessedKeycloakEvent> seen, Instant looked) {
    /** A processed event. */
    record ProcessedKeycloakEvent(@NotPersonal("an id") String id, Instant time) {}

    static KeycloakEventCursor startingAt(KeycloakEventStream stream, Instant now) {
        return new KeycloakEventCursor(stream, now, List.of(), now);
    }

    /**
     * Returns where the next poll starts: somewhat earlier, as an event becomes visible only when its transaction
     * commits.
     */
    Instant from(Duration overlap) {
        return newest.minus(overlap);
    }

    /** Whether Keycloak may have deleted unread events. */
    boolean expired(Duration retention, Instant now) {
        return looked.plus(retention).isBefore(now);
    }

    List<KeycloakUserEvent> unseen(List<KeycloakUserEvent> events) {
        var known = seen.stream().map(ProcessedKeycloakEvent::id).collect(Collectors.toSet());
        return events.stream().filter(event -> !known.contains(event.id())).toList();
    }

    KeycloakEventCursor after(List<KeycloakUserEvent> dealtWith, Duration overlap, Instant now) {
        var last = dealtWith.stream().map(KeycloakUserEvent::time).max(Comparator.naturalOrder());
        var reached = last.filter(newest::isBefore).orElse(newest);
        var keep = java.util.stream.Stream.concat(
                        seen.stream(),
                        dealtWith.stream().map(event -> new ProcessedKeycloakEvent(event.id(), event.time())))
                .filter(event -> !event.time().isBefore(reached.minus(overlap)))
                .toList();
        return new KeycloakEventCursor(stream, reached, keep, now);
    }
}
