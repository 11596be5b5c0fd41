package dev.atelier.agentrun.model;

/**
 * What one try of a model took.
 *
 * @param costMicros millionths of the currency's unit
 * @param currency the connection's
 */
public record ModelCharge(TokenUsage usage, long costMicros, String currency) {}
