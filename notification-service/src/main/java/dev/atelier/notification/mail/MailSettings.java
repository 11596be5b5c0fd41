package dev.atelier.notification.mail;

import dev.atelier.kit.email.ValidEmailAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sending mails.
 *
 * @param from the sender's address, without a name; the same as Keycloak's
 * @param claim how long a claim lasts before another sender may claim the mail; 1 s to 10 min
 * @param retries the pauses after each failed attempt; after the last one the mail is given up
 * @param senders number of mails that one instance sends at the same time; 1 to 32
 * @param invitationsPerRecipient maximum number of invitations to one mailbox in any 24 hours, for all workspaces
 *     together; 1 to 1,000
 * @param perRecipient maximum number of other mails to one mailbox in any 24 hours, except security mails; 1 to 100,000
 * @param operators addresses that receive security alarms; nobody does if it is empty
 * @param operatorsLanguage language of these mails, {@code en} or {@code fr}
 * @param alarmPause minimum time between two mails with security alarms; alarms in between are collected in one mail. 0
 *     to one day
 */
@Validated
@ConfigurationProperties("atelier.mail")
public record MailSettings(
        @DefaultValue("atelier@localhost.localdomain") @NotNull @ValidEmailAddress
        String from,

        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(minutes = 10)
        Duration claim,

        @DefaultValue({"5s", "30s", "2m", "10m", "30m", "1h", "4h", "12h", "24h"}) @NotEmpty List<@DurationMin(millis = 10) @DurationMax(days = 7) Duration> retries,

        @DefaultValue("2") @Min(1) @Max(32) int senders,
        @DefaultValue("10") @Min(1) @Max(1_000) int invitationsPerRecipient,
        @DefaultValue("500") @Min(1) @Max(100_000) int perRecipient,
        @DefaultValue List<@NotNull @ValidEmailAddress String> operators,

        @DefaultValue("en") @NotNull @Pattern(regexp = "en|fr", message = "must be en or fr") String operatorsLanguage,

        @DefaultValue("15m") @NotNull @DurationMin @DurationMax(days = 1)
        Duration alarmPause) {
    public MailSettings {
        retries = List.copyOf(retries);
        operators = List.copyOf(operators);
    }
}
