package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.engine.NextStep.CallTool;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.SystemPromptBuilder;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent;
import dev.atelier.agentrun.run.journal.JournalEvent.ToolAnswered;
import dev.atelier.agentrun.run.journal.JournalEvent.ToolStarted;
import dev.atelier.agentrun.run.journal.RunHistory;
import dev.atelier.agentrun.run.journal.RunJournal;
import dev.atelier.agentrun.tool.ProjectAccessLost;
import dev.atelier.agentrun.tool.RetrySemantics;
import dev.atelier.agentrun.tool.ToolInvocation;
import dev.atelier.agentrun.tool.ToolResult;
import dev.atelier.agentrun.tool.ToolUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Calls a tool for a run. A call with an effect is first marked as started in the journal; its idempotency key consists
 * of the run's id and the number of that entry.
 */
@Component
class ToolStep {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final RunJournal journal;
    private final EngineSettings settings;
    private final Clock clock;

    ToolStep(RunJournal journal, EngineSettings settings, Clock clock) {
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns the history with the tool's answer. When the project is no longer accessible, the history has no answer.
     */
    ToolStepResult execute(Run run, CallTool use, RunHistory before) {
        var pendingToolCall = use.wish();
        var runHistory = before;
        long step = use.startedAt() == null ? runHistory.nextSeq() : use.startedAt();
        if (use.tool().hasEffect() && use.startedAt() == null) {
            runHistory = record(
                    run,
                    runHistory,
                    new ToolStarted(
                            pendingToolCall.place(), pendingToolCall.call().tool()));
        }
        var began = System.nanoTime();
        var toolInvocation = new ToolInvocation(
                run.workspaceId(),
                run.projectId(),
                run.id(),
                run.startedBy(),
                SystemPromptBuilder.today(run),
                run.id() + ":" + step,
                pendingToolCall.call().arguments());
        ToolResult answer;
        try {
            answer = callWithRetries(use, toolInvocation, began);
        } catch (ProjectAccessLost e) {
            return new ToolStepResult(runHistory, true);
        }
        var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        var answered = new ToolAnswered(
                pendingToolCall.place(), pendingToolCall.call().tool(), answer.text(), answer.refused(), millis);
        return new ToolStepResult(record(run, runHistory, answered), false);
    }

    private ToolResult callWithRetries(CallTool use, ToolInvocation toolInvocation, long began) {
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                return use.tool().execute(toolInvocation);
            } catch (ToolUnavailable e) {
                var waited = Duration.ofNanos(System.nanoTime() - began);
                if (use.tool().retrySemantics() == RetrySemantics.ASK_USER
                        || waited.compareTo(settings.patience()) > 0) {
                    return ToolResult.refused(
                            use.tool().hasEffect()
                                    ? "The service behind this tool does not answer; nobody knows whether it was done."
                                    : "The service behind this tool does not answer.");
                }
                RetryPause.of(pause);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private RunHistory record(Run run, RunHistory runHistory, JournalEvent what) {
        var line = new JournalEntry(run.workspaceId(), run.id(), runHistory.nextSeq(), clock.instant(), what);
        journal.append(line);
        return runHistory.with(line);
    }

    /**
     * The history after the call. {@code outOfReach} means that the run's starter no longer has access to the project.
     */
    record ToolStepResult(RunHistory course, boolean outOfReach) {}
}
