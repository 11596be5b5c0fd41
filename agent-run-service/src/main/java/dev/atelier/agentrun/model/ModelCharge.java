package dev.atelier.agentrun.model;

/**
 * Usage and cost of one attempt.
 *
 * @param costMicros millionths of the currency's unit
 * @param currency the connection's currency
 */
public record ModelCharge(TokenUsage usage, long costMicros, String currency) {}
