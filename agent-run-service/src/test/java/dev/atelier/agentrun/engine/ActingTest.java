package dev.atelier.agentrun.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.atelier.agentrun.engine.Next.UseTool;
import dev.atelier.agentrun.run.ARun;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.journal.Course;
import dev.atelier.agentrun.run.journal.Course.Wish;
import dev.atelier.agentrun.run.journal.Happening.ToolAnswered;
import dev.atelier.agentrun.run.journal.Happening.ToolStarted;
import dev.atelier.agentrun.run.journal.Journal;
import dev.atelier.agentrun.run.journal.ToolCall;
import dev.atelier.agentrun.tool.Nature;
import dev.atelier.agentrun.tool.Tool;
import dev.atelier.agentrun.tool.ToolAnswer;
import dev.atelier.agentrun.tool.ToolUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tool whose service is away for a while, or for too long. */
class ActingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final ToolUnavailable AWAY = new ToolUnavailable("away", new IOException("refused"));

    private final Run run = ARun.queued(NOW, null);
    private final Tool tool = mock();

    @BeforeEach
    void atWork() {
        when(tool.nature()).thenReturn(Nature.HAS_KEY);
        when(tool.hasEffect()).thenReturn(true);
    }

    @Test
    void isAskedAgainUntilItAnswersAndTheAnswerIsRecordedOnce() {
        when(tool.act(any())).thenThrow(AWAY, AWAY).thenReturn(ToolAnswer.of("{}"));

        var course = act(Duration.ofMinutes(1));

        assertThat(course.entries())
                .extracting(entry -> (Object) entry.what().getClass())
                .containsExactly(ToolStarted.class, ToolAnswered.class);
        assertThat(answer(course)).matches(answered -> !answered.refused());
    }

    @Test
    void theModelIsToldThatNobodyKnowsWhetherItWasDone() {
        when(tool.act(any())).thenThrow(AWAY);

        assertThat(answer(act(Duration.ZERO)))
                .matches(ToolAnswered::refused)
                .matches(answered -> answered.answer().contains("nobody knows whether it was done"));
    }

    @Test
    void whatOnlyReadsWasNotDone() {
        when(tool.hasEffect()).thenReturn(false);
        when(tool.act(any())).thenThrow(AWAY);

        assertThat(answer(act(Duration.ZERO)).answer()).isEqualTo("The service behind this tool does not answer.");
    }

    @Test
    void whatNobodyMayRepeatIsAskedOnce() {
        when(tool.nature()).thenReturn(Nature.ASK_A_PERSON);
        when(tool.act(any())).thenThrow(AWAY);

        act(Duration.ofMinutes(1));

        verify(tool, times(1)).act(any());
    }

    private Course act(Duration patience) {
        var settings = new EngineSettings(
                true, 1, Duration.ofSeconds(3), Duration.ofMillis(500), Duration.ofMinutes(2), patience);
        var call = new UseTool(new Wish("3.1", new ToolCall("call", "create_action", "{}")), tool, null);
        return new Acting(mock(Journal.class), settings, Clock.fixed(NOW, ZoneOffset.UTC))
                .act(run, call, new Course(List.of()))
                .course();
    }

    private static ToolAnswered answer(Course course) {
        return (ToolAnswered) course.entries().getLast().what();
    }
}
