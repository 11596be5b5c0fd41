package dev.atelier.identity.recovery;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Times of recovery cases.
 *
 * @param linkValidity how long the link for new credentials is valid, 10 min to 7 days
 * @param retention how long an ended case is kept, 1 to 3650 days
 */
@Validated
@ConfigurationProperties("atelier.recovery")
record RecoverySettings(
        @NotNull @DurationMin(minutes = 10) @DurationMax(days = 7) @DefaultValue("24h")
        Duration linkValidity,

        @NotNull @DurationMin(days = 1) @DurationMax(days = 3650) @DefaultValue("730d")
        Duration retention) {}
