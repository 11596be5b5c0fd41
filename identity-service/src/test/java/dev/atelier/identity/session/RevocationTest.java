package dev.atelier.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RevocationTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final UserId lea = new UserId(UuidV7.next());

    @Test
    void lastsUntilTheLastTokenHasRunOut() {
        var state = Revocation.of(lea, NOON, null, LIFE).state();

        assertThat(state.holder()).isEqualTo(lea.toString());
        assertThat(state.issuedBefore()).isEqualTo("2026-11-22T12:00:00.123Z");
        assertThat(state.expires()).isEqualTo("2026-11-22T12:05:00.123Z");
        assertThat(state.version()).isEqualTo(state.issuedBefore().toEpochMilli());
    }

    @Test
    void aSecondOneIsLaterAlsoWhereTheClockIsNot() {
        var first = Revocation.of(lea, NOON, null, LIFE);

        var second = Revocation.of(lea, NOON.minusSeconds(3), first, LIFE);

        assertThat(second.state().version()).isEqualTo(first.state().version() + 1);
        assertThat(second.issuedBefore()).isAfter(first.issuedBefore());
    }
}
