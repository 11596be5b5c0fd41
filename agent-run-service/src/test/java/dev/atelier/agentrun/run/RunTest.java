package dev.atelier.agentrun.run;

import static dev.atelier.agentrun.run.ARun.BEGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.atelier.agentrun.run.journal.Happening.Failed;
import dev.atelier.agentrun.run.journal.Spent;
import dev.atelier.events.AgentRunEvent.ApprovalRequested;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.AgentRunEvent.Cause;
import dev.atelier.events.AgentRunEvent.Outcome;
import dev.atelier.events.AgentRunEvent.PauseReason;
import dev.atelier.events.AgentRunEvent.RunCancelled;
import dev.atelier.events.AgentRunEvent.RunCompleted;
import dev.atelier.events.AgentRunEvent.RunFailed;
import dev.atelier.events.AgentRunEvent.RunPaused;
import dev.atelier.events.AgentRunEvent.RunResumed;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.Uuids;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RunTest {
    private static final Instant LATER = BEGIN.plusSeconds(90);
    private static final Spent SPENT = new Spent(31, 12, 158, "EUR", 700, null);
    private static final UserId LEA = new UserId(Uuids.next());
    private static final ApprovalId APPROVAL = ApprovalId.next();

    private final Run queued = ARun.queued();

    @Test
    void beginsInTheQueueWithItsFirstFact() {
        assertThat(queued.state()).isEqualTo(RunState.QUEUED);
        assertThat(queued.said()).isEqualTo(1);
        assertThat(queued.ending()).isNull();
    }

    @Test
    void numbersItsFactsWithoutAGap() {
        var ended = waiting(queued).decided(APPROVAL, Outcome.APPROVED, LEA).run();

        assertThat(queued.started(LATER).run().said()).isEqualTo(2);
        assertThat(waiting(queued).said()).isEqualTo(2);
        assertThat(ended.said()).isEqualTo(3);
        assertThat(completed(ended).said()).isEqualTo(4);
    }

    @Test
    void holdsNoWorkerWhileItWaitsForAPerson() {
        var said = queued.waits(APPROVAL, "create_action", Approver.MANAGER);

        assertThat(said.run().state()).isEqualTo(RunState.WAITING);
        assertThat(said.run().worker()).isNull();
        assertThat(said.fact())
                .isInstanceOfSatisfying(
                        ApprovalRequested.class,
                        asked -> assertThat(asked.approvalId()).isEqualTo(APPROVAL));
    }

    @Test
    void standsStillWithoutAWorkerUntilItGoesOn() {
        var paused = queued.paused(PauseReason.ACCOUNT_HELD);

        assertThat(paused.run().state()).isEqualTo(RunState.PAUSED);
        assertThat(paused.run().worker()).isNull();
        assertThat(paused.fact()).isInstanceOf(RunPaused.class);
        assertThat(paused.run().resumed(true).run().state()).isEqualTo(RunState.WAITING);
        assertThat(paused.run().resumed(false).run().state()).isEqualTo(RunState.QUEUED);
        assertThat(paused.run().resumed(false).fact()).isInstanceOf(RunResumed.class);
        assertThatIllegalStateException().isThrownBy(() -> queued.resumed(false));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void standsStillAlsoWithADecision(Outcome outcome) {
        var paused = waiting(queued).paused(PauseReason.ACCOUNT_HELD).run();

        assertThat(paused.decided(APPROVAL, outcome, LEA).run().state()).isEqualTo(RunState.PAUSED);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void goesBackToTheQueueWithADecision(Outcome outcome) {
        assertThat(waiting(queued).decided(APPROVAL, outcome, LEA).run().state())
                .isEqualTo(RunState.QUEUED);
    }

    @Test
    void hearsNoDecisionItDidNotAskFor() {
        assertThatIllegalStateException().isThrownBy(() -> queued.decided(APPROVAL, Outcome.APPROVED, LEA));
    }

    @Test
    void completesWithItsResultAndWhatItTook() {
        var said = queued.completed("All is well.", SPENT, LATER);

        assertThat(said.run().state()).isEqualTo(RunState.COMPLETED);
        assertThat(said.run().ending()).isEqualTo(Ending.completed(LATER, SPENT, "All is well."));
        assertThat(said.fact()).isInstanceOfSatisfying(RunCompleted.class, fact -> {
            assertThat(fact.durationMillis()).isEqualTo(90_000);
            assertThat(fact.inputTokens()).isEqualTo(31);
        });
    }

    @Test
    void failsWithACodeAndASentence() {
        var said = queued.failed(Failed.of("limit-of-steps", "Too many."), SPENT, LATER);

        assertThat(said.run().state()).isEqualTo(RunState.FAILED);
        assertThat(said.run().ending()).isEqualTo(Ending.stopped(LATER, SPENT, "limit-of-steps", "Too many."));
        assertThat(said.fact())
                .isInstanceOfSatisfying(
                        RunFailed.class, fact -> assertThat(fact.code()).isEqualTo("limit-of-steps"));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void saysInASentenceWhyItWasCancelled(Cause cause) {
        var said = waiting(queued).cancelled(cause, null, SPENT, LATER);

        assertThat(said.run().state()).isEqualTo(RunState.CANCELLED);
        assertThat(said.run().ending())
                .satisfies(ending -> assertThat(ending.sentence()).endsWith("."));
        assertThat(said.fact())
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
                run -> run.decided(APPROVAL, Outcome.APPROVED, LEA).run(),
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
        return run.cancelled(Cause.PERSON, LEA, SPENT, LATER).run();
    }
}
