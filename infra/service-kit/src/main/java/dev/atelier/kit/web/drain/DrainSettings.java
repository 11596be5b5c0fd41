package dev.atelier.kit.web.drain;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a service starts to stop.
 *
 * @param drain how long requests are still answered after readiness refuses traffic; 0 to 1 min
 */
@Validated
@ConfigurationProperties("atelier.web")
record DrainSettings(
        @NotNull @DefaultValue("2s")
        @DurationMin(message = "must not be negative")
        @DurationMax(minutes = 1, message = "must be 1m at most")
        Duration drain) {}
