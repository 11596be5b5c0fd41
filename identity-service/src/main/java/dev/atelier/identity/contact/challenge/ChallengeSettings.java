package dev.atelier.identity.contact.challenge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Difficulty and lifetime of challenges.
 *
 * @param difficulty leading zero bits that a solution must have; each more doubles the work; 8 to 28
 * @param validity how long a challenge is valid, 1 min to 1 h
 * @param masterKey the installation's keys of 32 bytes in base64, separated by commas, the current one first
 */
@Validated
@ConfigurationProperties("atelier.contact.challenge")
record ChallengeSettings(
        @Min(8) @Max(28) @DefaultValue("18") int difficulty,

        @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 1) @DefaultValue("10m")
        Duration validity,

        @NotNull @Pattern(regexp = ONE + "(," + ONE + ")*", message = "must be 32 bytes in base64, or several with commas")
        String masterKey) {
    private static final String ONE = "\\s*[A-Za-z0-9+/]{43}=\\s*";

    List<byte[]> masterKeys() {
        return Arrays.stream(masterKey.split(",", -1))
                .map(text -> Base64.getDecoder().decode(text.strip()))
                .toList();
    }

    @Override
    public String toString() {
        return "ChallengeSettings[difficulty=" + difficulty + ", validity=" + validity + "]";
    }
}
