package dev.atelier.agentrun.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.atelier.agentrun.engine.NextStep.CallTool;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunFixtures;
import dev.atelier.agentrun.run.journal.JournalEvent.ToolAnswered;
import dev.atelier.agentrun.run.journal.JournalEvent.ToolStarted;
import dev.atelier.agentrun.run.journal.ModelToolCall;
import dev.atelier.agentrun.run.journal.RunHistory;
import dev.atelier.agentrun.run.journal.RunHistory.PendingToolCall;
import dev.atelier.agentrun.run.journal.RunJournal;
import dev.atelier.agentrun.tool.AgentTool;
import dev.atelier.agentrun.tool.RetrySemantics;
import dev.atelier.agentrun.tool.ToolResult;
import dev.atelier.agentrun.tool.ToolUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tool whose service is unavailable for a short or a long time. */
class ToolUnavailableTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final ToolUnavailable AWAY = new ToolUnavailable("away", new IOException("refused"));

    private final Run run = RunFixtures.queued(NOW, null);
    private final AgentTool tool = mock();

    @BeforeEach
    void atWork() {
        when(tool.retrySemantics()).thenReturn(RetrySemantics.IDEMPOTENCY_KEY);
        when(tool.hasEffect()).thenReturn(true);
    }

    @Test
    void isAskedAgainUntilItAnswersAndTheAnswerIsRecordedOnce() {
        when(tool.execute(any())).thenThrow(AWAY, AWAY).thenReturn(ToolResult.of("{}"));

        var runHistory = act(Duration.ofMinutes(1));

        assertThat(runHistory.entries())
                .extracting(entry -> (Object) entry.what().getClass())
                .containsExactly(ToolStarted.class, ToolAnswered.class);
        assertThat(answer(runHistory)).matches(answered -> !answered.refused());
    }

    @Test
    void theModelIsToldThatNobodyKnowsWhetherItWasDone() {
        when(tool.execute(any())).thenThrow(AWAY);

        assertThat(answer(act(Duration.ZERO)))
                .matches(ToolAnswered::refused)
                .matches(answered -> answered.answer().contains("nobody knows whether it was done"));
    }

    @Test
    void whatOnlyReadsWasNotDone() {
        when(tool.hasEffect()).thenReturn(false);
        when(tool.execute(any())).thenThrow(AWAY);

        assertThat(answer(act(Duration.ZERO)).answer()).isEqualTo("The service behind this tool does not answer.");
    }

    @Test
    void whatNobodyMayRepeatIsAskedOnce() {
        when(tool.retrySemantics()).thenReturn(RetrySemantics.ASK_USER);
        when(tool.execute(any())).thenThrow(AWAY);

        act(Duration.ofMinutes(1));

        verify(tool, times(1)).execute(any());
    }

    private RunHistory act(Duration patience) {
        var settings = new EngineSettings(
                true, 1, Duration.ofSeconds(3), Duration.ofMillis(500), Duration.ofMinutes(2), patience);
        var call =
                new CallTool(new PendingToolCall("3.1", new ModelToolCall("call", "create_action", "{}")), tool, null);
        return new ToolStep(mock(RunJournal.class), settings, Clock.fixed(NOW, ZoneOffset.UTC))
                .execute(run, call, new RunHistory(List.of()))
                .course();
    }

    private static ToolAnswered answer(RunHistory runHistory) {
        return (ToolAnswered) runHistory.entries().getLast().what();
    }
}
