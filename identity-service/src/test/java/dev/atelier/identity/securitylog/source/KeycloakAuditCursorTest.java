package dev.atelier.identity.securitylog.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.identity.keycloak.KeycloakAuditEvent;
import dev.atelier.identity.keycloak.KeycloakAuditReader.KeycloakAuditStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeycloakAuditCursorTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final KeycloakAuditCursor cursor = new KeycloakAuditCursor(KeycloakAuditStream.SIGN_INS, NOON, NOON);

    @Test
    void theFirstBeginsWithAllThatKeycloakStillHas() {
        assertThat(KeycloakAuditCursor.first(KeycloakAuditStream.SIGN_INS, WEEK, NOON)
                        .newest())
                .isEqualTo(NOON.minus(WEEK));
        assertThat(KeycloakAuditCursor.first(KeycloakAuditStream.SIGN_INS, WEEK, NOON)
                        .expired(WEEK, NOON))
                .isFalse();
    }

    @Test
    void goesOnToTheNewestAndNeverBack() {
        assertThat(cursor.after(List.of(at(5), at(9), at(7)), NOON).newest()).isEqualTo(NOON.plusSeconds(9));
        assertThat(cursor.after(List.of(at(-20)), NOON).newest()).isEqualTo(NOON);
    }

    @Test
    void isStoredWhenThereWasSomethingAndElseOnceAMinute() {
        assertThat(cursor.isBehind(cursor.after(List.of(at(1)), NOON))).isTrue();
        assertThat(cursor.isBehind(cursor.after(List.of(), NOON.plusSeconds(60))))
                .isFalse();
        assertThat(cursor.isBehind(cursor.after(List.of(), NOON.plusSeconds(61))))
                .isTrue();
    }

    @Test
    void isExpiredWhenKeycloakMayHaveDroppedSomethingSince() {
        assertThat(cursor.expired(WEEK, NOON.plus(WEEK))).isFalse();
        assertThat(cursor.expired(WEEK, NOON.plus(WEEK).plusMillis(1))).isTrue();
    }

    private static KeycloakAuditEvent at(long second) {
        return new KeycloakAuditEvent(
                "id", NOON.plusSeconds(second), "LOGIN", null, null, null, null, null, null, null, null);
    }
}
