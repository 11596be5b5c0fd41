package dev.atelier.agentrun.model;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.web.validation.CurrencyCode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Price of a model's tokens, in millionths of the currency's unit for a million tokens.
 *
 * @param inputMicros for a million input tokens, 0 to 1,000,000,000; 2,500,000 means 2.50
 * @param outputMicros for a million output tokens, 0 to 1,000,000,000
 * @param currency an ISO 4217 code that is in use today
 */
public record TokenPrice(
        @Schema(
                description = "Price of a million input tokens, in millionths of the currency: 2500000 means 2.50",
                example = "2500000",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Min(0) @Max(1_000_000_000) long inputMicros,

        @Schema(
                description = "Price of a million output tokens, in millionths of the currency: 10000000 means 10.00",
                example = "10000000",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Min(0) @Max(1_000_000_000) long outputMicros,

        @NotNull @CurrencyCode @NotPersonal("ISO 4217") String currency) {
    static final TokenPrice NONE = new TokenPrice(0, 0, "USD");

    /** Returns the price of one answer, rounded up to the millionth. */
    public ModelCharge of(TokenUsage usage) {
        var micros = Math.ceilDiv(
                Math.addExact(
                        Math.multiplyExact(usage.inputTokens(), inputMicros),
                        Math.multiplyExact(usage.outputTokens(), outputMicros)),
                1_000_000);
        return new ModelCharge(usage, micros, currency);
    }
}
