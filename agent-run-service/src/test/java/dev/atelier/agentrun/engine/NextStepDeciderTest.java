package dev.atelier.agentrun.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.agentrun.agent.AgentDefinition;
import dev.atelier.agentrun.agent.AllowedTool;
import dev.atelier.agentrun.agent.RunLimits;
import dev.atelier.agentrun.engine.NextStep.AwaitApproval;
import dev.atelier.agentrun.engine.NextStep.CallModel;
import dev.atelier.agentrun.engine.NextStep.CallTool;
import dev.atelier.agentrun.engine.NextStep.CompleteRun;
import dev.atelier.agentrun.engine.NextStep.FailRun;
import dev.atelier.agentrun.engine.NextStep.RefuseToolCall;
import dev.atelier.agentrun.engine.NextStep.RequestApproval;
import dev.atelier.agentrun.model.ConnectionId;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent;
import dev.atelier.agentrun.run.journal.JournalEvent.ApprovalDecided;
import dev.atelier.agentrun.run.journal.JournalEvent.ApprovalRequested;
import dev.atelier.agentrun.run.journal.JournalEvent.Claimed;
import dev.atelier.agentrun.run.journal.JournalEvent.ModelAnswered;
import dev.atelier.agentrun.run.journal.JournalEvent.ModelAttemptFailed;
import dev.atelier.agentrun.run.journal.JournalEvent.Queued;
import dev.atelier.agentrun.run.journal.JournalEvent.ToolAnswered;
import dev.atelier.agentrun.run.journal.JournalEvent.ToolStarted;
import dev.atelier.agentrun.run.journal.ModelToolCall;
import dev.atelier.agentrun.run.journal.RunHistory;
import dev.atelier.agentrun.run.journal.RunUsage;
import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.agentrun.tool.RetrySemantics;
import dev.atelier.agentrun.tool.TestTools;
import dev.atelier.events.AgentRunEvent.ApprovalOutcome;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Decides the next step from the journal alone. The model's answer is entry 3, so its first call is 3.1. */
class NextStepDeciderTest {
    private static final JournalEvent QUEUED = new Queued(new UserId(UuidV7.next()), "Please");
    private static final JournalEvent CLAIMED = new Claimed(UUID.randomUUID());
    private static final ApprovalId APPROVAL = ApprovalId.next();

    private final NextStepDecider nextStepDecider = new NextStepDecider(
            TestTools.of(RetrySemantics.SAFE_TO_REPEAT, RetrySemantics.IDEMPOTENCY_KEY, RetrySemantics.ASK_USER));

    @Test
    void asksTheModelFirst() {
        assertThat(next(QUEUED, CLAIMED)).isEqualTo(new CallModel(Duration.ZERO));
    }

    @Test
    void endsWithAnAnswerThatCallsNothing() {
        assertThat(next(QUEUED, CLAIMED, answer("Done."))).isEqualTo(new CompleteRun("Done."));
    }

    @Test
    void usesAToolThatNeedsNobody() {
        assertThat(next(QUEUED, CLAIMED, answer("", call("safe_to_repeat")))).isInstanceOf(CallTool.class);
    }

    @Test
    void asksAPersonWhereTheRuleSaysSo() {
        assertThat(next(QUEUED, CLAIMED, answer("", call("idempotency_key"))))
                .isInstanceOfSatisfying(
                        RequestApproval.class, ask -> assertThat(ask.approver()).isEqualTo(Approver.MANAGER));
    }

    @Test
    void waitsUntilThePersonDecides() {
        assertThat(next(QUEUED, CLAIMED, answer("", call("idempotency_key")), asked()))
                .isEqualTo(new AwaitApproval());
    }

    @Test
    void actsOnceApproved() {
        assertThat(next(
                        QUEUED,
                        CLAIMED,
                        answer("", call("idempotency_key")),
                        asked(),
                        decided(ApprovalOutcome.APPROVED)))
                .isInstanceOf(CallTool.class);
    }

    @Test
    void goesBackToTheModelWithARejection() {
        assertThat(next(
                        QUEUED,
                        CLAIMED,
                        answer("", call("idempotency_key")),
                        asked(),
                        decided(ApprovalOutcome.REJECTED)))
                .isEqualTo(new CallModel(Duration.ZERO));
    }

    @Test
    void repeatsWithTheSameKeyWhatACrashInterrupted() {
        assertThat(next(
                        QUEUED,
                        CLAIMED,
                        answer("", call("idempotency_key")),
                        asked(),
                        decided(ApprovalOutcome.APPROVED),
                        new ToolStarted("3.1", "idempotency_key"),
                        CLAIMED))
                .isInstanceOfSatisfying(
                        CallTool.class, use -> assertThat(use.startedAt()).isEqualTo(6));
    }

    @Test
    void asksAPersonWhetherToRepeatWhatNobodyCanKnow() {
        assertThat(next(QUEUED, CLAIMED, answer("", call("ask_user")), new ToolStarted("3.1", "ask_user"), CLAIMED))
                .isInstanceOf(RequestApproval.class);
    }

    @Test
    void tellsTheModelThatThereIsNoSuchTool() {
        assertThat(next(QUEUED, CLAIMED, answer("", call("fly")))).isInstanceOf(RefuseToolCall.class);
    }

    @Test
    void doesEachCallOfAnAnswerInOrder() {
        assertThat(next(
                        QUEUED,
                        CLAIMED,
                        answer("", call("safe_to_repeat"), call("safe_to_repeat")),
                        new ToolAnswered("3.1", "safe_to_repeat", "{}", false, 1)))
                .isInstanceOfSatisfying(
                        CallTool.class, use -> assertThat(use.wish().place()).isEqualTo("3.2"));
    }

    @Test
    void stopsAtTheLimitOfTokens() {
        var spent = new ModelAnswered(
                "m", "", null, List.of(call("safe_to_repeat")), new RunUsage(900, 101, 0, "USD", 1, null));

        assertThat(next(QUEUED, CLAIMED, spent))
                .isInstanceOfSatisfying(
                        FailRun.class,
                        failRun -> assertThat(failRun.why().code()).isEqualTo("limit-of-tokens"));
    }

    @Test
    void asksAgainAfterAFailedTryOnceItsPauseIsOver() {
        assertThat(next(QUEUED, CLAIMED, failed("model-busy", 7_000L, 0)))
                .isEqualTo(new CallModel(Duration.ofSeconds(7)));
    }

    @Test
    void asksAgainAlsoWhereAnotherWorkerWaitedInVain() {
        assertThat(next(QUEUED, CLAIMED, failed("model-busy", 7_000L, 0), CLAIMED))
                .isEqualTo(new CallModel(Duration.ofSeconds(7)));
    }

    @Test
    void endsWithAFailureThatIsNotTriedAgainAndKeepsWhatTheProviderSaid() {
        assertThat(next(QUEUED, CLAIMED, failed("model-busy", 7_000L, 0), failed("model-key-refused", null, 0)))
                .isInstanceOfSatisfying(FailRun.class, failRun -> {
                    assertThat(failRun.why().code()).isEqualTo("model-key-refused");
                    assertThat(failRun.why().status()).isEqualTo(401);
                    assertThat(failRun.why().message()).isEqualTo("No such key.");
                });
    }

    @Test
    void anAnswerThatStoppedWhereTheTokensOfTheRunEndedEndsByThatLimit() {
        assertThat(next(QUEUED, CLAIMED, failed("model-answer-truncated", null, 1_000)))
                .isInstanceOfSatisfying(
                        FailRun.class,
                        failRun -> assertThat(failRun.why().code()).isEqualTo("limit-of-tokens"));
        assertThat(next(QUEUED, CLAIMED, failed("model-answer-truncated", null, 999)))
                .isInstanceOfSatisfying(
                        FailRun.class,
                        failRun -> assertThat(failRun.why().code()).isEqualTo("model-answer-truncated"));
    }

    @Test
    void whatFailedTriesUsedCounts() {
        assertThat(next(QUEUED, CLAIMED, failed("model-answer-cut", 1_000L, 1_000)))
                .isInstanceOfSatisfying(
                        FailRun.class,
                        failRun -> assertThat(failRun.why().code()).isEqualTo("limit-of-tokens"));
    }

    @Test
    void givesUpARunThatBringsDownEveryWorker() {
        var claims = IntStream.rangeClosed(0, NextStepDecider.FRUITLESS)
                .mapToObj(i -> CLAIMED)
                .toArray(JournalEvent[]::new);

        assertThat(next(claims))
                .isInstanceOfSatisfying(
                        FailRun.class,
                        failRun -> assertThat(failRun.why().code()).isEqualTo("engine-gave-up"));
    }

    private NextStep next(JournalEvent... happenings) {
        var workspace = new WorkspaceId(UuidV7.next());
        var run = RunId.next();
        var entries = IntStream.range(0, happenings.length)
                .mapToObj(i -> new JournalEntry(workspace, run, i + 1, Instant.EPOCH, happenings[i]))
                .toList();
        var agent = new AgentDefinition(
                "Be brief",
                ConnectionId.BUILT_IN,
                List.of(
                        new AllowedTool("safe_to_repeat", ApprovalRule.NONE),
                        new AllowedTool("idempotency_key", ApprovalRule.MANAGER),
                        new AllowedTool("ask_user", ApprovalRule.NONE)),
                new RunLimits(60, 10, 1_000));
        return nextStepDecider.next(new RunHistory(entries), agent);
    }

    private static ModelAttemptFailed failed(String code, Long pauseMillis, long tokens) {
        return new ModelAttemptFailed(
                code, "It failed.", 401, "No such key.", "", pauseMillis, new RunUsage(tokens, 0, 0, "USD", 1, null));
    }

    private static ModelAnswered answer(String text, ModelToolCall... calls) {
        return new ModelAnswered("m", text, null, List.of(calls), new RunUsage(1, 1, 0, "USD", 1, null));
    }

    private static ModelToolCall call(String tool) {
        return new ModelToolCall("c", tool, "{}");
    }

    private static ApprovalRequested asked() {
        return new ApprovalRequested(APPROVAL, "3.1", "idempotency_key", Approver.MANAGER);
    }

    private static ApprovalDecided decided(ApprovalOutcome outcome) {
        return new ApprovalDecided(APPROVAL, "3.1", outcome, new UserId(UuidV7.next()), "no");
    }
}
