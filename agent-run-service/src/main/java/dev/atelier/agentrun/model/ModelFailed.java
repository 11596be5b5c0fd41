package dev.atelier.agentrun.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt to get an answer from a model failed. */
public final class ModelFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ModelFailure failure;

    private ModelFailed(ModelFailure failure) {
        super(failure.sentence(), null, false, false);
        this.failure = failure;
    }

    public static ModelFailed of(ModelFailureReason modelFailureReason) {
        return new ModelFailed(new ModelFailure(modelFailureReason, null, "", null, false, "", null));
    }

    /**
     * Adds the endpoint's response.
     *
     * @param status the HTTP status
     * @param message one line without secrets; may be empty
     */
    public ModelFailed withProviderResponse(int status, String message) {
        return new ModelFailed(new ModelFailure(
                failure.why(),
                status,
                message,
                failure.retryAfter(),
                failure.adapted(),
                failure.partialAnswer(),
                failure.charge()));
    }

    /** Adds the pause that the endpoint asks for. */
    public ModelFailed retryingAfter(@Nullable Duration pause) {
        return new ModelFailed(new ModelFailure(
                failure.why(),
                failure.status(),
                failure.message(),
                pause,
                failure.adapted(),
                failure.partialAnswer(),
                failure.charge()));
    }

    /** Marks that the next request has other fields, so that a retry makes sense. */
    public ModelFailed adapted() {
        return new ModelFailed(new ModelFailure(
                failure.why(),
                failure.status(),
                failure.message(),
                Duration.ZERO,
                true,
                failure.partialAnswer(),
                failure.charge()));
    }

    /** Adds the partial answer and its usage. */
    public ModelFailed after(String partialAnswer, ModelCharge charge) {
        return new ModelFailed(new ModelFailure(
                failure.why(),
                failure.status(),
                failure.message(),
                failure.retryAfter(),
                failure.adapted(),
                partialAnswer,
                charge));
    }

    public ModelFailure failure() {
        return failure;
    }

    public ModelFailureReason why() {
        return failure.why();
    }

    /**
     * Details of a failed attempt.
     *
     * @param status the endpoint's HTTP status; null when there was no response
     * @param message the endpoint's error message in one line, shortened and without keys; may be empty
     * @param retryAfter the pause that the endpoint asks for; null when it asks for none
     * @param adapted whether the next request has other fields
     * @param partialAnswer the part of the answer that was received
     * @param charge usage and cost of the attempt; null when there was no answer
     */
    public record ModelFailure(
            ModelFailureReason why,
            @Nullable Integer status,
            String message,
            @Nullable Duration retryAfter,
            boolean adapted,
            String partialAnswer,
            @Nullable ModelCharge charge) {
        /** Returns the error for people, with the HTTP status if there is one. */
        public String sentence() {
            var sentence = why.sentence();
            return status == null ? sentence : sentence.substring(0, sentence.length() - 1) + " (HTTP " + status + ").";
        }
    }

    /** Reasons of failures. Their sentences contain no secrets. */
    public enum ModelFailureReason {
        UNREACHABLE("model-unreachable", "The model's endpoint cannot be reached.", 3),
        PRIVATE_ADDRESS(
                "model-address-private",
                "The model's endpoint lies on this machine or in a private network, which this installation does not allow;"
                        + " its operator allows it with ATELIER_MODELS_ALLOW_PRIVATE_ADDRESSES=true.",
                1),
        NOT_ENCRYPTED(
                "model-address-not-encrypted",
                "The model's endpoint is on the public network and its address begins with http://, which would send key and prompts in clear; use https://.",
                1),
        TLS_FAILED(
                "model-tls-failed",
                "No encrypted connection to the model's endpoint was made: it speaks no TLS or its certificate is not trusted.",
                1),
        NOT_COMPATIBLE(
                "model-endpoint-not-compatible",
                "What answers at this address is no OpenAI-compatible model endpoint; the address ends before /chat/completions, often with /v1.",
                1),
        KEY_REFUSED("model-key-refused", "The model's endpoint refused the key.", 1),
        NOT_FOUND("model-not-found", "The endpoint does not know this model or this path.", 1),
        REQUEST_REFUSED("model-request-refused", "The model's endpoint refused the request.", 1),
        BUSY("model-busy", "The model's endpoint is over its limits.", 3),
        BROKEN("model-broken", "The model's endpoint answered with an error.", 3),
        CUT("model-answer-cut", "The model's answer was cut off.", 3),
        SLOW("model-slow", "The model did not begin to answer in time.", 3),
        EMPTY("model-answer-empty", "The model answered with nothing.", 2),
        TRUNCATED(
                "model-answer-truncated",
                "The model stopped in the middle of its answer because the tokens for one answer were spent;"
                        + " a higher maxAnswerTokens of the connection or token limit of the agent allows longer ones.",
                1),
        FILTERED("model-answer-filtered", "The model's endpoint withheld the answer.", 1),
        TOO_LONG("model-answer-too-long", "The model's answer is longer than it may be.", 1),
        PROMPT_TOO_LONG(
                "model-prompt-too-long",
                "What the run has to tell its model is longer than " + ModelRequest.MOST_CHARACTERS + " characters.",
                1),
        GONE("model-connection-missing", "The agent's model connection no longer exists.", 1),
        SUSPENDED(
                "model-connection-suspended",
                "Nobody is responsible for the agent's model connection any more. The workspace's manager can take it over.",
                1);

        private final String code;
        private final String sentence;
        private final int tries;

        ModelFailureReason(String code, String sentence, int tries) {
            this.code = code;
            this.sentence = sentence;
            this.tries = tries;
        }

        public String code() {
            return code;
        }

        public String sentence() {
            return sentence;
        }

        /** Returns the maximum number of attempts when each of them fails for this reason. */
        public int tries() {
            return tries;
        }
    }
}
