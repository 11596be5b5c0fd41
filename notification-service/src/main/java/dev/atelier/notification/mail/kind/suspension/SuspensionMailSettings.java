package dev.atelier.notification.mail.kind.suspension;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of mails about suspensions.
 *
 * @param delay how long a mail waits for further suspensions because of the same member; 10 ms to 10 min
 * @param publicUrl the public address of Atelier
 */
@Validated
@ConfigurationProperties("atelier.mail.suspensions")
record SuspensionMailSettings(
        @DefaultValue("10s") @NotNull @DurationMin(millis = 10) @DurationMax(minutes = 10)
        Duration delay,

        @DefaultValue("http://127.0.0.1:8080") @NotNull URI publicUrl) {}
