package dev.atelier.identity.legal.version;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Acceptance or reading of a version.
 *
 * @param number of the version
 */
public record AcknowledgeLegalVersionRequest(
        @NotNull(message = "must be given") @Min(1) @Max(1_000_000) Integer number) {}
