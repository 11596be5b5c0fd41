package dev.atelier.identity.consent;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A decision on a purpose. */
record SetConsentRequest(
        @NotNull(message = "must be given") Boolean given,

        @NotNull(message = "must be given") @Size(min = 1, max = 40, message = "must have 1 to 40 characters") @Pattern(regexp = "[0-9A-Za-z._-]*", message = "must consist of letters, digits, dots, hyphens and underscores") @Schema(description = "The version of the text that the person was shown", example = "2026-11")
        String policyVersion,

        @NotNull(message = "must be given") ConsentSource source) {}
