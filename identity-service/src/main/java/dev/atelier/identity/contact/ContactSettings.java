package dev.atelier.identity.contact;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What becomes of requests.
 *
 * @param retention how long one is kept after it was answered or closed; 1 day to 10 years
 * @param openRetention how long one is kept that nobody answers or closes; 1 day to 10 years
 */
@Validated
@ConfigurationProperties("atelier.contact")
record ContactSettings(
        @NotNull @DurationMin(days = 1) @DurationMax(days = 3650) @DefaultValue("180d")
        Duration retention,

        @NotNull @DurationMin(days = 1) @DurationMax(days = 3650) @DefaultValue("365d")
        Duration openRetention) {}
