package dev.atelier.notification.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails are sent.
 *
 * @param from the sender's address
 * @param claim how long one try may take before another sender may take the mail; 10 s to 10 min
 * @param retries the pauses after each try that failed; after the last the mail is given up
 * @param senders mails that one instance sends at the same time; 1 to 32
 */
@Validated
@ConfigurationProperties("atelier.mail")
record MailSettings(
        @DefaultValue("Atelier <noreply@atelier.example>") @NotBlank String from,

        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(minutes = 10)
        Duration claim,

        @DefaultValue({"5s", "30s", "2m", "10m", "30m", "1h", "4h", "12h", "24h"}) @NotEmpty List<@DurationMin(millis = 10) @DurationMax(days = 7) Duration> retries,

        @DefaultValue("2") @Min(1) @Max(32) int senders) {
    MailSettings {
        retries = List.copyOf(retries);
    }
}
