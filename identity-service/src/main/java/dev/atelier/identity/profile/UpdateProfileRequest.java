package dev.atelier.identity.profile;

import dev.atelier.identity.account.PersonName;
import dev.atelier.identity.account.PersonalDetails;
import dev.atelier.identity.account.UserPreferences;
import dev.atelier.kit.web.PartialUpdate;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of a person's own account; an absent or null field stays as it is. */
@PartialUpdate
record UpdateProfileRequest(
        @Nullable @Size(max = MAX_NAME, message = TOO_LONG) @Pattern(regexp = PersonName.PATTERN, message = PersonName.MESSAGE) String firstName,

        @Nullable @Size(max = MAX_NAME, message = TOO_LONG) @Pattern(regexp = PersonName.PATTERN, message = PersonName.MESSAGE) String lastName,

        @Nullable @Pattern(regexp = "(?i)en|fr", message = "must be one of en, fr")
        String locale,

        @Nullable @ValidTimeZone @Schema(description = "A zone of the IANA database", example = "Europe/Paris")
        String timeZone) {
    private static final int MAX_NAME = 100;
    private static final String TOO_LONG = "must have at most 100 characters";

    PersonalDetails appliedTo(PersonalDetails now) {
        return firstName == null && lastName == null
                ? now
                : now.withNames(orElse(firstName, now.firstName()), orElse(lastName, now.lastName()));
    }

    UserPreferences appliedTo(UserPreferences now) {
        return new UserPreferences(
                Objects.requireNonNullElse(locale, now.locale()), Objects.requireNonNullElse(timeZone, now.timeZone()));
    }

    private static @Nullable String orElse(@Nullable String changed, @Nullable String now) {
        return changed == null ? now : changed;
    }
}
