package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.run.journal.JournalEvent.Failed;
import dev.atelier.agentrun.run.journal.RunHistory.PendingToolCall;
import dev.atelier.agentrun.tool.AgentTool;
import dev.atelier.events.AgentRunEvent.Approver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The next step of a run. */
sealed interface NextStep {
    /**
     * Sends the whole conversation to the model.
     *
     * @param pause how long to wait before the request; not zero after a failed attempt
     */
    record CallModel(Duration pause) implements NextStep {}

    /**
     * Calls a tool.
     *
     * @param startedAt number of the journal entry that marked the call as started; null when there is none
     */
    record CallTool(
            PendingToolCall wish, AgentTool tool, @Nullable Long startedAt) implements NextStep {}

    /** Answers the model in place of a tool, because the call cannot be executed. */
    record RefuseToolCall(PendingToolCall wish, String reason) implements NextStep {}

    /** Requests an approval and waits. */
    record RequestApproval(PendingToolCall wish, AgentTool tool, Approver approver) implements NextStep {}

    /** Waits for an approval that was already requested. */
    record AwaitApproval() implements NextStep {}

    /** Ends the run with a result. */
    record CompleteRun(String result) implements NextStep {}

    /** Ends the run with a failure. */
    record FailRun(Failed why) implements NextStep {
        FailRun(String code, String sentence) {
            this(Failed.of(code, sentence));
        }
    }
}
