package dev.atelier.identity.contact;

import dev.atelier.identity.contact.ContactRequest.ContactFormSender;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.email.ValidEmailAddress;
import dev.atelier.kit.web.validation.OneLine;
import dev.atelier.kit.web.validation.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An anonymous contact request.
 *
 * @param website a field that pages hide from people; only bots fill it in
 */
record SubmitContactRequest(
        @NotBlank(message = "must be given") @Size(max = 100, message = "must have at most 100 characters") @OneLine
        String name,

        @NotNull(message = "must be given") @ValidEmailAddress
        String email,

        @Nullable @Size(max = 200, message = "must have at most 200 characters") @OneLine
        String company,

        @Nullable @Size(max = 100, message = "must have at most 100 characters") @OneLine
        String role,

        @NotBlank(message = "must be given") @Size(max = 5000, message = "must have at most 5000 characters") @PlainText
        String message,

        @Nullable @Pattern(regexp = "en|fr", message = "must be one of en, fr") @Schema(description = "The language of the answer's mail; English where it is absent")
        String locale,

        @Nullable @Size(max = 500, message = "must have at most 500 characters") @Schema(description = "Leave it out: a page hides it from people")
        String website,

        @NotBlank(message = "must be given") @Size(max = 200, message = "must have at most 200 characters") @Schema(description = "From /api/public/contact-requests/challenge")
        String challenge,

        @NotBlank(message = "must be given") @Size(max = 32, message = "must have at most 32 characters") @Schema(description = "What solves the challenge")
        String solution) {

    boolean hasFilledHiddenField() {
        return website != null && !website.isEmpty();
    }

    ContactFormSender sender() {
        return new ContactFormSender(name.strip(), address(), stripped(company), stripped(role));
    }

    /** The address in lower case, as the rate limit counts it. */
    String address() {
        return new EmailAddress(email).normalized();
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
