package dev.atelier.identity.contact;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Retention of contact requests.
 *
 * @param retention of an answered or closed request; 1 day to 10 years
 * @param openRetention of an open request; 1 day to 10 years
 */
@Validated
@ConfigurationProperties("atelier.contact")
record ContactSettings(
        @NotNull @DurationMin(days = 1) @DurationMax(days = 3650) @DefaultValue("180d")
        Duration retention,

        @NotNull @DurationMin(days = 1) @DurationMax(days = 3650) @DefaultValue("365d")
        Duration openRetention) {}
