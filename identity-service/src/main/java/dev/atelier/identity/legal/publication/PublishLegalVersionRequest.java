package dev.atelier.identity.legal.publication;

import dev.atelier.kit.web.validation.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version to publish.
 *
 * @param text Markdown, up to 100,000 characters in each language
 * @param changes what is new in it, up to 5,000 characters in each language
 * @param material whether people must accept it to go on using Atelier; allowed for terms and privacy policy only
 * @param effectiveFrom when it replaces the previous version, within a year; at once where it is missing
 */
record PublishLegalVersionRequest(
        @NotNull(message = "must be given") @Valid LegalTextInput text,
        @NotNull(message = "must be given") @Valid LegalChangesInput changes,
        @NotNull(message = "must be given") Boolean material,
        @Nullable Instant effectiveFrom) {
    /** The text in both languages. */
    record LegalTextInput(
            @NotBlank(message = "must be given") @Size(max = 100_000, message = "must have at most 100000 characters") @PlainText
            String en,

            @NotBlank(message = "must be given") @Size(max = 100_000, message = "must have at most 100000 characters") @PlainText
            String fr) {}

    /** The changes in both languages. */
    record LegalChangesInput(
            @NotBlank(message = "must be given") @Size(max = 5000, message = "must have at most 5000 characters") @PlainText
            String en,

            @NotBlank(message = "must be given") @Size(max = 5000, message = "must have at most 5000 characters") @PlainText
            String fr) {}
}
