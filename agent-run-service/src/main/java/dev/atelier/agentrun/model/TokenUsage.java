package dev.atelier.agentrun.model;

/**
 * Tokens that a model read and wrote for one answer.
 *
 * @param estimated whether they were estimated here because the endpoint reported none
 */
public record TokenUsage(long inputTokens, long outputTokens, boolean estimated) {
    /** What an endpoint that gave no answer used. */
    public static final TokenUsage NONE = new TokenUsage(0, 0, false);
}
