package dev.atelier.identity.sync;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.identity.keycloak.KeycloakEvent;
import dev.atelier.identity.keycloak.KeycloakEvents.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far a stream of Keycloak's events was read.
 *
 * @param newest the time of the newest event seen
 * @param seen those that the next look will meet again
 * @param looked when Keycloak last answered
 */
@TypeAlias("event-cursor")
@Document("eventCursors")
record EventCursor(@Id Stream stream, Instant newest, List<Seen> seen, Instant looked) {
    /** An event that was dealt with. */
    record Seen(@NotPersonal("an id") String id, Instant time) {}

    static EventCursor startingAt(Stream stream, Instant now) {
        return new EventCursor(stream, now, List.of(), now);
    }

    /** Where the next look begins: some way back, as an event becomes visible only with its transaction's end. */
    Instant from(Duration overlap) {
        return newest.minus(overlap);
    }

    /** Whether Keycloak may have dropped events since. */
    boolean expired(Duration retention, Instant now) {
        return looked.plus(retention).isBefore(now);
    }

    List<KeycloakEvent> unseen(List<KeycloakEvent> events) {
        var known = seen.stream().map(Seen::id).collect(Collectors.toSet());
        return events.stream().filter(event -> !known.contains(event.id())).toList();
    }

    EventCursor after(List<KeycloakEvent> dealtWith, Duration overlap, Instant now) {
        var last = dealtWith.stream().map(KeycloakEvent::time).max(Comparator.naturalOrder());
        var reached = last.filter(newest::isBefore).orElse(newest);
        var keep = java.util.stream.Stream.concat(
                        seen.stream(), dealtWith.stream().map(event -> new Seen(event.id(), event.time())))
                .filter(event -> !event.time().isBefore(reached.minus(overlap)))
                .toList();
        return new EventCursor(stream, reached, keep, now);
    }
}
