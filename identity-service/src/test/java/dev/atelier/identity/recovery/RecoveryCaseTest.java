package dev.atelier.identity.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.identity.recovery.RecoveryCase.RecoveryCaseState;
import dev.atelier.identity.recovery.RecoveryCase.RecoveryStepKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RecoveryCaseTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private final UserId olga = new UserId(UuidV7.next());
    private final UserId otto = new UserId(UuidV7.next());
    private final RecoveryCase open = RecoveryCase.open(new UserId(UuidV7.next()), "Hacked.", null, null, olga, NOON);

    private RecoveryCase evident() {
        return open.evidence("Passport seen.", null, olga, NOON);
    }

    private RecoveryCase in(RecoveryCaseState state) {
        return switch (state) {
            case OPEN -> evident();
            case CONFIRMED -> evident().confirm("So have I.", otto, NOON);
            case CREDENTIALS_REMOVED -> in(RecoveryCaseState.CONFIRMED).credentialsRemoved(NOON);
            case AWAITING_CREDENTIALS ->
                in(RecoveryCaseState.CREDENTIALS_REMOVED).linkSent(NOON);
            case COMPLETED -> in(RecoveryCaseState.AWAITING_CREDENTIALS).completed(NOON, YEAR);
            case DISMISSED -> evident().dismiss("Nobody came.", olga, NOON, YEAR);
        };
    }

    @Test
    void everyStepStaysOnRecordWithWhoDidIt() {
        var done = in(RecoveryCaseState.COMPLETED);

        assertThat(done.steps())
                .extracting(RecoveryCase.RecoveryStep::act)
                .containsExactly(
                        RecoveryStepKind.OPENED,
                        RecoveryStepKind.EVIDENCE_RECORDED,
                        RecoveryStepKind.CONFIRMED,
                        RecoveryStepKind.CREDENTIALS_REMOVED,
                        RecoveryStepKind.LINK_SENT,
                        RecoveryStepKind.COMPLETED);
        assertThat(done.steps().get(1).by()).isEqualTo(olga);
        assertThat(done.confirmedBy()).isEqualTo(otto);
        assertThat(done.openFor()).isNull();
        assertThat(done.deleteAt()).isEqualTo(NOON.plus(YEAR));
        assertThat(done.due()).isNull();
    }

    @Test
    void whoRecordedEvidenceDoesNotConfirmAlsoWhereOthersDidToo() {
        assertThatThrownBy(() -> evident().confirm("Me again.", olga, NOON)).isInstanceOf(SecondPersonNeeded.class);
        assertThatThrownBy(() -> evident().evidence("Called.", null, otto, NOON).confirm("Me again.", olga, NOON))
                .isInstanceOf(SecondPersonNeeded.class);
    }

    @Test
    void whoOpenedItMayConfirmWhatAnotherRecorded() {
        assertThat(open.evidence("Passport seen.", null, otto, NOON)
                        .confirm("Yes.", olga, NOON)
                        .state())
                .isEqualTo(RecoveryCaseState.CONFIRMED);
    }

    @Test
    void whoNamedTheAddressDoesNotConfirm() {
        var person = new UserId(UuidV7.next());
        var named = RecoveryCase.open(person, "Hacked.", null, "mine@example.org", olga, NOON)
                .evidence("Fine.", null, otto, NOON);

        assertThatThrownBy(() -> named.confirm("Yes.", olga, NOON)).isInstanceOf(SecondPersonNeeded.class);
        assertThat(named.evidence("Called.", "hers@example.org", otto, NOON)
                        .confirm("Yes.", olga, NOON)
                        .state())
                .isEqualTo(RecoveryCaseState.CONFIRMED);
    }

    @Test
    void nothingIsConfirmedWithoutEvidence() {
        assertThatThrownBy(() -> open.confirm("Fine.", otto, NOON)).isInstanceOf(EvidenceNeeded.class);
    }

    @ParameterizedTest
    @EnumSource(value = RecoveryCaseState.class, names = "OPEN", mode = Mode.EXCLUDE)
    void evidenceAndConfirmationAreForOpenCases(RecoveryCaseState state) {
        var there = in(state);

        for (UnaryOperator<RecoveryCase> verb : List.<UnaryOperator<RecoveryCase>>of(
                found -> found.evidence("More.", null, otto, NOON), found -> found.confirm("Yes.", otto, NOON))) {
            assertThatThrownBy(() -> verb.apply(there)).isInstanceOf(RecoveryStepNotAllowed.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RecoveryCaseState.class,
            names = {"CONFIRMED", "CREDENTIALS_REMOVED", "COMPLETED", "DISMISSED"})
    void whatIsUnderWayOrEndedIsNotDismissed(RecoveryCaseState state) {
        assertThatThrownBy(() -> in(state).dismiss("No.", olga, NOON, YEAR)).isInstanceOf(RecoveryStepNotAllowed.class);
    }

    @ParameterizedTest
    @EnumSource(value = RecoveryCaseState.class, names = "AWAITING_CREDENTIALS", mode = Mode.EXCLUDE)
    void aLinkIsSentAgainToWhoWaitsForOneAlone(RecoveryCaseState state) {
        assertThatThrownBy(() -> in(state).requestLink(olga, NOON)).isInstanceOf(RecoveryStepNotAllowed.class);
    }

    @Test
    void anAddressThatSomebodyElseHasByNowOpensTheCaseAgain() {
        var again = open.evidence("Passport seen.", "mine@example.org", olga, NOON)
                .confirm("Yes.", otto, NOON)
                .addressTaken(NOON);

        assertThat(again.state()).isEqualTo(RecoveryCaseState.OPEN);
        assertThat(again.address()).isNull();
        assertThat(again.due()).isNull();
    }

    @Test
    void attemptsInVainComeFartherApartUpToHalfAMinute() {
        var tried = in(RecoveryCaseState.CONFIRMED);
        for (int n = 0; n < 5; n++) {
            tried = tried.failed(NOON);
        }

        assertThat(in(RecoveryCaseState.CONFIRMED).failed(NOON).due()).isEqualTo(NOON.plusSeconds(1));
        assertThat(tried.due()).isEqualTo(NOON.plusSeconds(16));
        assertThat(tried.failed(NOON).due()).isEqualTo(NOON.plusSeconds(30));
        assertThat(tried.credentialsRemoved(NOON).attempts()).isZero();
    }

    @Test
    void aCaseHasAHundredStepsAtMost() {
        var full = open;
        for (int n = 1; n < 100; n++) {
            full = full.evidence("More.", null, olga, NOON);
        }
        var last = full;

        assertThatThrownBy(() -> last.evidence("One more.", null, olga, NOON)).isInstanceOf(TooManyRecoverySteps.class);
        assertThat(last.confirm("Enough.", otto, NOON).state()).isEqualTo(RecoveryCaseState.CONFIRMED);
    }
}
