package dev.atelier.agentrun.run;

import static dev.atelier.agentrun.run.RunFixtures.BEGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.atelier.agentrun.run.journal.JournalEvent.Failed;
import dev.atelier.agentrun.run.journal.RunUsage;
import dev.atelier.events.AgentRunEvent.ApprovalOutcome;
import dev.atelier.events.AgentRunEvent.ApprovalRequested;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.AgentRunEvent.RunCancellationCause;
import dev.atelier.events.AgentRunEvent.RunCancelled;
import dev.atelier.events.AgentRunEvent.RunCompleted;
import dev.atelier.events.AgentRunEvent.RunFailed;
import dev.atelier.events.AgentRunEvent.RunPauseReason;
import dev.atelier.events.AgentRunEvent.RunPaused;
import dev.atelier.events.AgentRunEvent.RunResumed;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RunTest {
    private static final Instant LATER = BEGIN.plusSeconds(90);
    private static final RunUsage SPENT = new RunUsage(31, 12, 158, "EUR", 700, null);
    private static final UserId LEA = new UserId(UuidV7.next());
    private static final ApprovalId APPROVAL = ApprovalId.next();

    private final Run queued = RunFixtures.queued();

    @Test
    void beginsInTheQueueWithItsFirstFact() {
        assertThat(queued.state()).isEqualTo(RunState.QUEUED);
        assertThat(queued.eventCount()).isEqualTo(1);
        assertThat(queued.ending()).isNull();
    }

    @Test
    void numbersItsFactsWithoutAGap() {
        var ended =
                waiting(queued).decided(APPROVAL, ApprovalOutcome.APPROVED, LEA).run();

        assertThat(queued.started(LATER).run().eventCount()).isEqualTo(2);
        assertThat(waiting(queued).eventCount()).isEqualTo(2);
        assertThat(ended.eventCount()).isEqualTo(3);
        assertThat(completed(ended).eventCount()).isEqualTo(4);
    }

    @Test
    void holdsNoWorkerWhileItWaitsForAPerson() {
        var runTransition = queued.waits(APPROVAL, "create_action", Approver.MANAGER);

        assertThat(runTransition.run().state()).isEqualTo(RunState.WAITING);
        assertThat(runTransition.run().worker()).isNull();
        assertThat(runTransition.fact())
                .isInstanceOfSatisfying(
                        ApprovalRequested.class,
                        asked -> assertThat(asked.approvalId()).isEqualTo(APPROVAL));
    }

    @Test
    void standsStillWithoutAWorkerUntilItGoesOn() {
        var paused = queued.paused(RunPauseReason.ACCOUNT_HELD);

        assertThat(paused.run().state()).isEqualTo(RunState.PAUSED);
        assertThat(paused.run().worker()).isNull();
        assertThat(paused.fact()).isInstanceOf(RunPaused.class);
        assertThat(paused.run().resumed(true).run().state()).isEqualTo(RunState.WAITING);
        assertThat(paused.run().resumed(false).run().state()).isEqualTo(RunState.QUEUED);
        assertThat(paused.run().resumed(false).fact()).isInstanceOf(RunResumed.class);
        assertThatIllegalStateException().isThrownBy(() -> queued.resumed(false));
    }

    @ParameterizedTest
    @EnumSource(ApprovalOutcome.class)
    void standsStillAlsoWithADecision(ApprovalOutcome outcome) {
        var paused = waiting(queued).paused(RunPauseReason.ACCOUNT_HELD).run();

        assertThat(paused.decided(APPROVAL, outcome, LEA).run().state()).isEqualTo(RunState.PAUSED);
    }

    @ParameterizedTest
    @EnumSource(ApprovalOutcome.class)
    void goesBackToTheQueueWithADecision(ApprovalOutcome outcome) {
        assertThat(waiting(queued).decided(APPROVAL, outcome, LEA).run().state())
                .isEqualTo(RunState.QUEUED);
    }

    @Test
    void hearsNoDecisionItDidNotAskFor() {
        assertThatIllegalStateException().isThrownBy(() -> queued.decided(APPROVAL, ApprovalOutcome.APPROVED, LEA));
    }

    @Test
    void completesWithItsResultAndWhatItTook() {
        var runTransition = queued.completed("All is well.", SPENT, LATER);

        assertThat(runTransition.run().state()).isEqualTo(RunState.COMPLETED);
        assertThat(runTransition.run().ending()).isEqualTo(RunOutcome.completed(LATER, SPENT, "All is well."));
        assertThat(runTransition.fact()).isInstanceOfSatisfying(RunCompleted.class, fact -> {
            assertThat(fact.durationMillis()).isEqualTo(90_000);
            assertThat(fact.inputTokens()).isEqualTo(31);
        });
    }

    @Test
    void failsWithACodeAndASentence() {
        var runTransition = queued.failed(Failed.of("limit-of-steps", "Too many."), SPENT, LATER);

        assertThat(runTransition.run().state()).isEqualTo(RunState.FAILED);
        assertThat(runTransition.run().ending())
                .isEqualTo(RunOutcome.stopped(LATER, SPENT, "limit-of-steps", "Too many."));
        assertThat(runTransition.fact())
                .isInstanceOfSatisfying(
                        RunFailed.class, fact -> assertThat(fact.code()).isEqualTo("limit-of-steps"));
    }

    @ParameterizedTest
    @EnumSource(RunCancellationCause.class)
    void saysInASentenceWhyItWasCancelled(RunCancellationCause cause) {
        var runTransition = waiting(queued).cancelled(cause, null, SPENT, LATER);

        assertThat(runTransition.run().state()).isEqualTo(RunState.CANCELLED);
        assertThat(runTransition.run().ending())
                .satisfies(runOutcome -> assertThat(runOutcome.sentence()).endsWith("."));
        assertThat(runTransition.fact())
                .isInstanceOfSatisfying(
                        RunCancelled.class, fact -> assertThat(fact.cause()).isEqualTo(cause));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void takesNoTurnOnceItHasEnded(UnaryOperator<Run> turn) {
        for (var ended : new Run[] {completed(queued), failed(queued), cancelled(queued)}) {
            assertThat(ended.state().ended()).isTrue();
            assertThatIllegalStateException().isThrownBy(() -> turn.apply(ended));
        }
    }

    static Stream<UnaryOperator<Run>> turns() {
        return Stream.of(
                run -> run.started(LATER).run(),
                RunTest::waiting,
                run -> run.decided(APPROVAL, ApprovalOutcome.APPROVED, LEA).run(),
                RunTest::completed,
                RunTest::failed,
                RunTest::cancelled);
    }

    private static Run waiting(Run run) {
        return run.waits(APPROVAL, "create_action", Approver.MANAGER).run();
    }

    private static Run completed(Run run) {
        return run.completed("Done.", SPENT, LATER).run();
    }

    private static Run failed(Run run) {
        return run.failed(Failed.of("limit-of-time", "Too long."), SPENT, LATER).run();
    }

    private static Run cancelled(Run run) {
        return run.cancelled(RunCancellationCause.PERSON, LEA, SPENT, LATER).run();
    }
}
