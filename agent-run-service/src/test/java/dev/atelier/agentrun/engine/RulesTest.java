package dev.atelier.agentrun.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.agentrun.agent.Definition;
import dev.atelier.agentrun.agent.Limits;
import dev.atelier.agentrun.agent.ToolUse;
import dev.atelier.agentrun.engine.Next.AnswerFor;
import dev.atelier.agentrun.engine.Next.AskModel;
import dev.atelier.agentrun.engine.Next.AskPerson;
import dev.atelier.agentrun.engine.Next.Fail;
import dev.atelier.agentrun.engine.Next.Finish;
import dev.atelier.agentrun.engine.Next.UseTool;
import dev.atelier.agentrun.engine.Next.Wait;
import dev.atelier.agentrun.model.ConnectionId;
import dev.atelier.agentrun.run.journal.Course;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening;
import dev.atelier.agentrun.run.journal.Happening.ApprovalAsked;
import dev.atelier.agentrun.run.journal.Happening.ApprovalDecided;
import dev.atelier.agentrun.run.journal.Happening.Claimed;
import dev.atelier.agentrun.run.journal.Happening.ModelAnswered;
import dev.atelier.agentrun.run.journal.Happening.ModelTryFailed;
import dev.atelier.agentrun.run.journal.Happening.Queued;
import dev.atelier.agentrun.run.journal.Happening.ToolAnswered;
import dev.atelier.agentrun.run.journal.Happening.ToolStarted;
import dev.atelier.agentrun.run.journal.Spent;
import dev.atelier.agentrun.run.journal.ToolCall;
import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.agentrun.tool.Nature;
import dev.atelier.agentrun.tool.TestTools;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.AgentRunEvent.Outcome;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.Uuids;
import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes next, from the journal alone. The model's answer is line 3, so its first call is 3.1. */
class RulesTest {
    private static final Happening QUEUED = new Queued(new UserId(Uuids.next()), "Please");
    private static final Happening CLAIMED = new Claimed(UUID.randomUUID());
    private static final ApprovalId APPROVAL = ApprovalId.next();

    private final Rules rules = new Rules(TestTools.of(Nature.SAFE_TO_REPEAT, Nature.HAS_KEY, Nature.ASK_A_PERSON));

    @Test
    void asksTheModelFirst() {
        assertThat(next(QUEUED, CLAIMED)).isEqualTo(new AskModel(Duration.ZERO));
    }

    @Test
    void endsWithAnAnswerThatCallsNothing() {
        assertThat(next(QUEUED, CLAIMED, answer("Done."))).isEqualTo(new Finish("Done."));
    }

    @Test
    void usesAToolThatNeedsNobody() {
        assertThat(next(QUEUED, CLAIMED, answer("", call("safe_to_repeat")))).isInstanceOf(UseTool.class);
    }

    @Test
    void asksAPersonWhereTheRuleSaysSo() {
        assertThat(next(QUEUED, CLAIMED, answer("", call("has_key"))))
                .isInstanceOfSatisfying(
                        AskPerson.class, ask -> assertThat(ask.approver()).isEqualTo(Approver.MANAGER));
    }

    @Test
    void waitsUntilThePersonDecides() {
        assertThat(next(QUEUED, CLAIMED, answer("", call("has_key")), asked())).isEqualTo(new Wait());
    }

    @Test
    void actsOnceApproved() {
        assertThat(next(QUEUED, CLAIMED, answer("", call("has_key")), asked(), decided(Outcome.APPROVED)))
                .isInstanceOf(UseTool.class);
    }

    @Test
    void goesBackToTheModelWithARejection() {
        assertThat(next(QUEUED, CLAIMED, answer("", call("has_key")), asked(), decided(Outcome.REJECTED)))
                .isEqualTo(new AskModel(Duration.ZERO));
    }

    @Test
    void repeatsWithTheSameKeyWhatACrashInterrupted() {
        assertThat(next(
                        QUEUED,
                        CLAIMED,
                        answer("", call("has_key")),
                        asked(),
                        decided(Outcome.APPROVED),
                        new ToolStarted("3.1", "has_key"),
                        CLAIMED))
                .isInstanceOfSatisfying(
                        UseTool.class, use -> assertThat(use.startedAt()).isEqualTo(6));
    }

    @Test
    void asksAPersonWhetherToRepeatWhatNobodyCanKnow() {
        assertThat(next(
                        QUEUED,
                        CLAIMED,
                        answer("", call("ask_a_person")),
                        new ToolStarted("3.1", "ask_a_person"),
                        CLAIMED))
                .isInstanceOf(AskPerson.class);
    }

    @Test
    void tellsTheModelThatThereIsNoSuchTool() {
        assertThat(next(QUEUED, CLAIMED, answer("", call("fly")))).isInstanceOf(AnswerFor.class);
    }

    @Test
    void doesEachCallOfAnAnswerInOrder() {
        assertThat(next(
                        QUEUED,
                        CLAIMED,
                        answer("", call("safe_to_repeat"), call("safe_to_repeat")),
                        new ToolAnswered("3.1", "safe_to_repeat", "{}", false, 1)))
                .isInstanceOfSatisfying(
                        UseTool.class, use -> assertThat(use.wish().place()).isEqualTo("3.2"));
    }

    @Test
    void stopsAtTheLimitOfTokens() {
        var spent = new ModelAnswered(
                "m", "", null, List.of(call("safe_to_repeat")), new Spent(900, 101, 0, "USD", 1, null));

        assertThat(next(QUEUED, CLAIMED, spent))
                .isInstanceOfSatisfying(
                        Fail.class, fail -> assertThat(fail.why().code()).isEqualTo("limit-of-tokens"));
    }

    @Test
    void asksAgainAfterAFailedTryOnceItsPauseIsOver() {
        assertThat(next(QUEUED, CLAIMED, failed("model-busy", 7_000L, 0)))
                .isEqualTo(new AskModel(Duration.ofSeconds(7)));
    }

    @Test
    void asksAgainAlsoWhereAnotherWorkerWaitedInVain() {
        assertThat(next(QUEUED, CLAIMED, failed("model-busy", 7_000L, 0), CLAIMED))
                .isEqualTo(new AskModel(Duration.ofSeconds(7)));
    }

    @Test
    void endsWithAFailureThatIsNotTriedAgainAndKeepsWhatTheProviderSaid() {
        assertThat(next(QUEUED, CLAIMED, failed("model-busy", 7_000L, 0), failed("model-key-refused", null, 0)))
                .isInstanceOfSatisfying(Fail.class, fail -> {
                    assertThat(fail.why().code()).isEqualTo("model-key-refused");
                    assertThat(fail.why().status()).isEqualTo(401);
                    assertThat(fail.why().message()).isEqualTo("No such key.");
                });
    }

    @Test
    void anAnswerThatStoppedWhereTheTokensOfTheRunEndedEndsByThatLimit() {
        assertThat(next(QUEUED, CLAIMED, failed("model-answer-truncated", null, 1_000)))
                .isInstanceOfSatisfying(
                        Fail.class, fail -> assertThat(fail.why().code()).isEqualTo("limit-of-tokens"));
        assertThat(next(QUEUED, CLAIMED, failed("model-answer-truncated", null, 999)))
                .isInstanceOfSatisfying(
                        Fail.class, fail -> assertThat(fail.why().code()).isEqualTo("model-answer-truncated"));
    }

    @Test
    void whatFailedTriesUsedCounts() {
        assertThat(next(QUEUED, CLAIMED, failed("model-answer-cut", 1_000L, 1_000)))
                .isInstanceOfSatisfying(
                        Fail.class, fail -> assertThat(fail.why().code()).isEqualTo("limit-of-tokens"));
    }

    @Test
    void givesUpARunThatBringsDownEveryWorker() {
        var claims =
                IntStream.rangeClosed(0, Rules.FRUITLESS).mapToObj(i -> CLAIMED).toArray(Happening[]::new);

        assertThat(next(claims))
                .isInstanceOfSatisfying(
                        Fail.class, fail -> assertThat(fail.why().code()).isEqualTo("engine-gave-up"));
    }

    private Next next(Happening... happenings) {
        var workspace = new WorkspaceId(Uuids.next());
        var run = RunId.next();
        var entries = IntStream.range(0, happenings.length)
                .mapToObj(i -> new Entry(workspace, run, i + 1, Instant.EPOCH, happenings[i]))
                .toList();
        var agent = new Definition(
                "Be brief",
                ConnectionId.BUILT_IN,
                List.of(
                        new ToolUse("safe_to_repeat", ApprovalRule.NONE),
                        new ToolUse("has_key", ApprovalRule.MANAGER),
                        new ToolUse("ask_a_person", ApprovalRule.NONE)),
                new Limits(60, 10, 1_000));
        return rules.next(new Course(entries), agent);
    }

    private static ModelTryFailed failed(String code, Long pauseMillis, long tokens) {
        return new ModelTryFailed(
                code, "It failed.", 401, "No such key.", "", pauseMillis, new Spent(tokens, 0, 0, "USD", 1, null));
    }

    private static ModelAnswered answer(String text, ToolCall... calls) {
        return new ModelAnswered("m", text, null, List.of(calls), new Spent(1, 1, 0, "USD", 1, null));
    }

    private static ToolCall call(String tool) {
        return new ToolCall("c", tool, "{}");
    }

    private static ApprovalAsked asked() {
        return new ApprovalAsked(APPROVAL, "3.1", "has_key", Approver.MANAGER);
    }

    private static ApprovalDecided decided(Outcome outcome) {
        return new ApprovalDecided(APPROVAL, "3.1", outcome, new UserId(Uuids.next()), "no");
    }
}
