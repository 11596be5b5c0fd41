package dev.atelier.agentrun.model;

import dev.atelier.events.privacy.NotPersonal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** What a model's tokens cost: millionths of the currency's unit for a million tokens read and written. */
record Price(
        @Min(0) @Max(1_000_000_000) long inputMicros,
        @Min(0) @Max(1_000_000_000) long outputMicros,

        @Pattern(regexp = "[A-Z]{3}", message = "must be a currency of ISO 4217, such as EUR") @NotPersonal("ISO 4217")
        String currency) {
    static final Price NONE = new Price(0, 0, "USD");

    /** The price of one answer in millionths of the unit, rounded up. */
    long micros(long inputTokens, long outputTokens) {
        return Math.ceilDiv(
                Math.addExact(
                        Math.multiplyExact(inputTokens, inputMicros), Math.multiplyExact(outputTokens, outputMicros)),
                1_000_000);
    }
}
