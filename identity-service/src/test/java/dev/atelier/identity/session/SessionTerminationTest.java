package dev.atelier.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTerminationTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final UserId lea = new UserId(UuidV7.next());

    @Test
    void voidsTheSessionsTokensUntilTheLastHasRunOut() {
        var state = SessionTermination.ofOne(lea, "laptop", NOON).revocation(Duration.ofMinutes(5));

        assertThat(state.holder()).isEqualTo("laptop");
        assertThat(state.issuedBefore()).isEqualTo(NOON);
        assertThat(state.expires()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void eachStepVoidsWhatWasIssuedSinceAlsoWhereTheClockIsBehind() {
        var first = SessionTermination.ofOne(lea, "laptop", NOON);

        assertThat(first.acknowledge(NOON.plusSeconds(2)).issuedBefore()).isEqualTo(NOON.plusSeconds(2));
        assertThat(first.failed(NOON.minusSeconds(2)).issuedBefore()).isEqualTo(NOON.plusMillis(1));
        assertThat(first.restart(NOON).issuedBefore()).isEqualTo(NOON.plusMillis(1));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,2", "4,16", "5,30", "1000,30"})
    void isToldAgainAfterAPauseThatDoublesUpToHalfAMinute(int failedBefore, long seconds) {
        var sessionTermination =
                new SessionTermination("laptop", lea, false, NOON, false, failedBefore, NOON, null, null).failed(NOON);

        assertThat(sessionTermination.due()).isEqualTo(NOON.plusSeconds(seconds));
        assertThat(sessionTermination.attempts()).isEqualTo(failedBefore + 1);
    }

    @Test
    void ofOneIsToldTwiceAsSomebodyMayHaveReadTheSessionMeanwhileAndOfAllOnce() {
        var once = SessionTermination.ofOne(lea, "laptop", NOON).failed(NOON).acknowledge(NOON);

        assertThat(once.due()).isEqualTo(NOON.plusSeconds(2));
        assertThat(once.acknowledge(NOON).due()).isNull();
        assertThat(once.acknowledge(NOON).restart(NOON).acknowledge(NOON).open())
                .isTrue();
        assertThat(SessionTermination.ofAll(lea, NOON).acknowledge(NOON).open()).isFalse();
    }

    @Test
    void hidesItsSessionUntilTheDirectoryHasHeard() {
        var sessionTermination = SessionTermination.ofOne(lea, "laptop", NOON);

        assertThat(sessionTermination.covers(signIn("laptop", NOON))).isTrue();
        assertThat(sessionTermination.covers(signIn("phone", NOON))).isFalse();
        assertThat(sessionTermination.acknowledge(NOON).acknowledge(NOON).covers(signIn("laptop", NOON)))
                .as("a browser may begin a new one under the same id")
                .isFalse();
    }

    @Test
    void ofAllHidesThoseThatBeganBefore() {
        var sessionTermination = SessionTermination.ofAll(lea, NOON);

        assertThat(sessionTermination.covers(signIn("laptop", NOON.minusSeconds(1))))
                .isTrue();
        assertThat(sessionTermination.covers(signIn("phone", NOON.plusSeconds(1))))
                .isFalse();
    }

    private static DirectorySession signIn(String id, Instant started) {
        return new DirectorySession(
                id, null, null, false, null, started, started, started.plusSeconds(1800), null, List.of());
    }
}
