package dev.atelier.agentrun.run.web;

import dev.atelier.events.AgentRunEvent.ApprovalOutcome;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.UserId;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One step of a run. */
@Schema(
        discriminatorProperty = "kind",
        oneOf = {
            RunStepResponse.ModelStepResponse.class,
            RunStepResponse.ModelAttemptResponse.class,
            RunStepResponse.ToolStepResponse.class,
            RunStepResponse.ApprovalStepResponse.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = "MODEL", schema = RunStepResponse.ModelStepResponse.class),
            @DiscriminatorMapping(value = "MODEL_ATTEMPT", schema = RunStepResponse.ModelAttemptResponse.class),
            @DiscriminatorMapping(value = "TOOL", schema = RunStepResponse.ToolStepResponse.class),
            @DiscriminatorMapping(value = "APPROVAL", schema = RunStepResponse.ApprovalStepResponse.class)
        })
sealed interface RunStepResponse {
    /** The kind of the step. */
    RunStepKind kind();

    /** The number of the step's entry in the run's journal. */
    long sequence();

    enum RunStepKind {
        MODEL,
        MODEL_ATTEMPT,
        TOOL,
        APPROVAL
    }

    /**
     * A model request with its answer.
     *
     * @param occurredAt when the answer was complete
     * @param prompt the messages that are new since the step before
     * @param reasoning the model's reasoning; empty when there is none
     * @param costMicros millionths of the currency's unit
     * @param tokensEstimated whether the tokens are estimated because the endpoint reported none
     */
    record ModelStepResponse(
            @Schema(allowableValues = "MODEL") RunStepKind kind,
            long sequence,
            Instant occurredAt,
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
            long durationMillis)
            implements RunStepResponse {}

    /**
     * A model request without a usable answer.
     *
     * @param code as in the failure of a run
     * @param providerStatus the endpoint's HTTP status; null when there was no response
     * @param providerMessage the endpoint's error message in one line, at most 300 characters, without keys
     * @param partialAnswer the part of the answer that was received
     * @param retried whether the request is retried
     * @param tokensEstimated whether the tokens are estimated because the endpoint reported none
     */
    record ModelAttemptResponse(
            @Schema(allowableValues = "MODEL_ATTEMPT") RunStepKind kind,
            long sequence,
            Instant occurredAt,
            String code,
            String message,
            @Nullable Integer providerStatus,
            String providerMessage,
            String partialAnswer,
            boolean retried,
            long inputTokens,
            long outputTokens,
            long costMicros,
            String currency,
            boolean tokensEstimated,
            long durationMillis)
            implements RunStepResponse {}

    /** A tool call. */
    record ToolStepResponse(
            @Schema(allowableValues = "TOOL") RunStepKind kind,
            long sequence,
            Instant occurredAt,
            String callId,
            String tool,
            JsonNode arguments,
            String answer,
            boolean refused,
            long durationMillis)
            implements RunStepResponse {}

    /** An approval request. */
    record ApprovalStepResponse(
            @Schema(allowableValues = "APPROVAL") RunStepKind kind,
            long sequence,
            Instant occurredAt,
            ApprovalId approvalId,
            String callId,
            String tool,
            JsonNode arguments,
            Approver approver,
            @Nullable ApprovalDecisionResponse decision)
            implements RunStepResponse {}

    /** A person's decision. */
    record ApprovalDecisionResponse(ApprovalOutcome outcome, UserId decidedBy, Instant decidedAt, String comment) {}

    /** A message of the prompt. */
    record PromptMessageResponse(String role, String text) {}

    /** A tool call that the model requested. */
    record ToolCallResponse(String callId, String tool, JsonNode arguments) {}
}
