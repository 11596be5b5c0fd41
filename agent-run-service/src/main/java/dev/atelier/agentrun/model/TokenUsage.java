package dev.atelier.agentrun.model;

/**
 * Input and output tokens of one answer.
 *
 * @param estimated whether they are estimated because the endpoint reported none
 */
public record TokenUsage(long inputTokens, long outputTokens, boolean estimated) {
    /** Usage of an endpoint that returned no answer. */
    public static final TokenUsage NONE = new TokenUsage(0, 0, false);
}
