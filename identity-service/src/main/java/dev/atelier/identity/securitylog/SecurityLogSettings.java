package dev.atelier.identity.securitylog;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Retention and checks of the security log.
 *
 * @param retention of entries and alerts; 1 to 3,650 days
 * @param checkInterval between two checks of the whole chain; 1 s to 7 days
 */
@Validated
@ConfigurationProperties("atelier.security-log")
public record SecurityLogSettings(
        @NotNull @DurationMin(days = 1) @DurationMax(days = 3650) @DefaultValue("365d")
        Duration retention,

        @NotNull @DurationMin(seconds = 1) @DurationMax(days = 7) @DefaultValue("1h")
        Duration checkInterval) {}
