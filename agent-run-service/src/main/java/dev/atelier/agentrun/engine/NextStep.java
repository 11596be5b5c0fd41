package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.run.journal.JournalEvent.Failed;
import dev.atelier.agentrun.run.journal.RunHistory.PendingToolCall;
import dev.atelier.agentrun.tool.AgentTool;
import dev.atelier.events.AgentRunEvent.Approver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a run needs next. */
sealed interface NextStep {
    /**
     * Asks the model with all that was said so far.
     *
     * @param pause how long to wait before, because it failed just now
     */
    record CallModel(Duration pause) implements NextStep {}

    /**
     * Calls a tool.
     *
     * @param startedAt the line in which it was marked started before; null where it was not
     */
    record CallTool(
            PendingToolCall wish, AgentTool tool, @Nullable Long startedAt) implements NextStep {}

    /** Gives the model an answer in a tool's place, because the call cannot be done as it is. */
    record RefuseToolCall(PendingToolCall wish, String reason) implements NextStep {}

    /** Waits for a person. */
    record RequestApproval(PendingToolCall wish, AgentTool tool, Approver approver) implements NextStep {}

    /** Waits already. */
    record AwaitApproval() implements NextStep {}

    /** Ends with a result. */
    record CompleteRun(String result) implements NextStep {}

    /** Ends without one. */
    record FailRun(Failed why) implements NextStep {
        FailRun(String code, String sentence) {
            this(Failed.of(code, sentence));
        }
    }
}
