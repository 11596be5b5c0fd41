package dev.atelier.identity.contact.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeServiceTest {
    private static final String KEY = "YS1tYXN0ZXIta2V5LWZvci10ZXN0cy1vZi0zMi1ieXQ=";
    private static final String OTHER = "YW5vdGhlci1rZXktZm9yLXRlc3RzLW9mLTMyLWJ5dGU=";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ChallengeService challengeService = at(NOON, KEY);

    @Test
    void aSolutionPassesUntilTheEnd() {
        var challenge = challengeService.issue();
        var solution = ChallengeSolver.solve(challenge.challenge(), challenge.difficulty());

        assertThat(challengeService.verify(challenge.challenge(), solution).expires())
                .isEqualTo(challenge.expiresAt())
                .isEqualTo(NOON.plus(Duration.ofMinutes(10)));
        assertThat(at(challenge.expiresAt().minusMillis(1), KEY)
                        .verify(challenge.challenge(), solution)
                        .difficulty())
                .isEqualTo(10);
        refused(at(challenge.expiresAt(), KEY), challenge.challenge(), solution);
    }

    @Test
    void whatDoesNotSolveItIsRefused() {
        var challenge = challengeService.issue();

        refused(
                challengeService,
                challenge.challenge(),
                ChallengeSolver.fail(challenge.challenge(), challenge.difficulty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "!!",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatWeNeverGaveIsRefused(String challenge) {
        refused(challengeService, challenge, ChallengeSolver.solve(challenge, 10));
    }

    @Test
    void aChallengeMadeEasierIsRefused() {
        var text = challengeService.issue().challenge();
        var changed = (text.charAt(5) == 'A' ? "B" : "A");
        var forged = text.substring(0, 5) + changed + text.substring(6);

        refused(challengeService, forged, ChallengeSolver.solve(forged, 10));
    }

    @Test
    void afterARotationOfTheKeyEarlierOnesStillPass() {
        var challenge = challengeService.issue();
        var solution = ChallengeSolver.solve(challenge.challenge(), challenge.difficulty());

        assertThat(at(NOON, OTHER + "," + KEY)
                        .verify(challenge.challenge(), solution)
                        .difficulty())
                .isEqualTo(10);
        refused(at(NOON, OTHER), challenge.challenge(), solution);
    }

    @ParameterizedTest
    @CsvSource({"ff, 0", "80, 0", "7f, 1", "01, 7", "00ff, 8", "0001, 15", "0000, 16"})
    void countsZeroBits(String hex, int bits) {
        assertThat(ChallengeService.leadingZeroBits(java.util.HexFormat.of().parseHex(hex)))
                .isEqualTo(bits);
    }

    private static void refused(ChallengeService challengeService, String challenge, String solution) {
        assertThatThrownBy(() -> challengeService.verify(challenge, solution)).isInstanceOf(ChallengeNotSolved.class);
    }

    private static ChallengeService at(Instant now, String keys) {
        return new ChallengeService(
                new ChallengeSettings(10, Duration.ofMinutes(10), keys), Clock.fixed(now, ZoneOffset.UTC));
    }
}
