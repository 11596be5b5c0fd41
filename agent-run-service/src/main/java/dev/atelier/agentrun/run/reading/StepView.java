package dev.atelier.agentrun.run.reading;

import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One step of a run. */
sealed interface StepView {
    /** Which kind of step it is. */
    Kind kind();

    /** The step's number in the run's journal. */
    long seq();

    enum Kind {
        MODEL,
        TOOL,
        APPROVAL
    }

    /**
     * The model was asked.
     *
     * @param at when the answer was there
     * @param prompt what was new in the prompt since the step before
     * @param costMicros millionths of the currency's unit
     */
    record Model(
            Kind kind,
            long seq,
            Instant at,
            String model,
            List<Said> prompt,
            String answer,
            List<Call> calls,
            long inputTokens,
            long outputTokens,
            long costMicros,
            String currency,
            long millis)
            implements StepView {}

    /** A tool was called. */
    record Tool(
            Kind kind,
            long seq,
            Instant at,
            String call,
            String tool,
            JsonNode arguments,
            String answer,
            boolean refused,
            long millis)
            implements StepView {}

    /** A person was asked. */
    record Approval(
            Kind kind,
            long seq,
            Instant at,
            ApprovalId approvalId,
            String call,
            String tool,
            JsonNode arguments,
            Approver approver,
            @Nullable Decision decision)
            implements StepView {}

    /** What a person decided. */
    record Decision(String outcome, UserId by, Instant at, String comment) {}

    /** A message of the prompt. */
    record Said(String role, String text) {}

    /** A call the model wished for. */
    record Call(String call, String tool, JsonNode arguments) {}
}
