package dev.atelier.agentrun.run.web;

import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One step of a run. */
sealed interface RunStepResponse {
    /** Which kind of step it is. */
    RunStepKind kind();

    /** The step's number in the run's journal. */
    long seq();

    enum RunStepKind {
        MODEL,
        MODEL_TRY,
        TOOL,
        APPROVAL
    }

    /**
     * The model was asked.
     *
     * @param at when the answer was there
     * @param prompt what was new in the prompt since the step before
     * @param reasoning what the model showed of its way to the answer; empty where it showed nothing
     * @param costMicros millionths of the currency's unit
     * @param tokensEstimated whether the endpoint reported no tokens
     */
    record ModelStepResponse(
            RunStepKind kind,
            long seq,
            Instant at,
            String model,
            List<PromptMessageResponse> prompt,
            String answer,
            String reasoning,
            List<ToolCallResponse> calls,
            long inputTokens,
            long outputTokens,
            long costMicros,
            String currency,
            boolean tokensEstimated,
            long millis)
            implements RunStepResponse {}

    /**
     * The model was asked and gave no usable answer.
     *
     * @param code as in the failure of a run
     * @param providerStatus the endpoint's HTTP status; null where none came
     * @param providerMessage the endpoint's own words in one line, at most 300 characters, without keys
     * @param partialAnswer what had come of the answer
     * @param askedAgain whether the model is asked again
     * @param tokensEstimated whether the endpoint reported no tokens
     */
    record ModelAttemptResponse(
            RunStepKind kind,
            long seq,
            Instant at,
            String code,
            String sentence,
            @Nullable Integer providerStatus,
            String providerMessage,
            String partialAnswer,
            boolean askedAgain,
            long inputTokens,
            long outputTokens,
            long costMicros,
            String currency,
            boolean tokensEstimated,
            long millis)
            implements RunStepResponse {}

    /** A tool was called. */
    record ToolStepResponse(
            RunStepKind kind,
            long seq,
            Instant at,
            String call,
            String tool,
            JsonNode arguments,
            String answer,
            boolean refused,
            long millis)
            implements RunStepResponse {}

    /** A person was asked. */
    record ApprovalStepResponse(
            RunStepKind kind,
            long seq,
            Instant at,
            ApprovalId approvalId,
            String call,
            String tool,
            JsonNode arguments,
            Approver approver,
            @Nullable ApprovalDecisionResponse decision)
            implements RunStepResponse {}

    /** What a person decided. */
    record ApprovalDecisionResponse(String outcome, UserId by, Instant at, String comment) {}

    /** A message of the prompt. */
    record PromptMessageResponse(String role, String text) {}

    /** A call the model wished for. */
    record ToolCallResponse(String call, String tool, JsonNode arguments) {}
}
