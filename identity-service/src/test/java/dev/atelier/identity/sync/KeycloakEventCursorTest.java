package dev.atelier.identity.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.identity.keycloak.KeycloakUserEvent;
import dev.atelier.identity.keycloak.KeycloakUserEventReader.KeycloakEventStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeycloakEventCursorTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final KeycloakEventCursor cursor = KeycloakEventCursor.startingAt(KeycloakEventStream.EVENTS, NOON);

    @Test
    void goesBackSomeWayForEventsThatWereCommittedLate() {
        assertThat(cursor.from(OVERLAP)).isEqualTo("2026-11-22T11:59:30Z");
    }

    @Test
    void passesOverWhatItHasSeen() {
        var seen = event("a", 1);
        var late = event("b", 0);

        var after = cursor.after(List.of(seen), OVERLAP, NOON);

        assertThat(after.unseen(List.of(late, seen))).containsExactly(late);
    }

    @Test
    void anEventThatCameLateDoesNotMoveItBack() {
        var after = cursor.after(List.of(event("a", 10)), OVERLAP, NOON).after(List.of(event("b", 5)), OVERLAP, NOON);

        assertThat(after.newest()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void forgetsWhatItWillNotMeetAgain() {
        var after = cursor.after(List.of(event("a", 0), event("b", 20)), OVERLAP, NOON)
                .after(List.of(event("c", 31)), OVERLAP, NOON);

        assertThat(after.seen())
                .extracting(KeycloakEventCursor.ProcessedKeycloakEvent::id)
                .containsExactly("b", "c");
    }

    @Test
    void isOfNoUseWhenKeycloakMayHaveDroppedEventsSince() {
        var week = Duration.ofDays(7);

        assertThat(cursor.expired(week, NOON.plus(week))).isFalse();
        assertThat(cursor.expired(week, NOON.plus(week).plusMillis(1))).isTrue();
    }

    private static KeycloakUserEvent event(String id, long second) {
        return new KeycloakUserEvent.UserChanged(id, NOON.plusSeconds(second), new UserId(UuidV7.next()));
    }
}
