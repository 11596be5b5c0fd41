package dev.atelier.identity.serviceaccount;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of service accounts.
 *
 * @param perWorkspace active accounts in a workspace, 1 to 1000
 * @param keys valid keys of an account, 1 to 10; rotation needs 2
 * @param longest time from creation or change to expiry, 1 day to 10 years
 */
@Validated
@ConfigurationProperties("atelier.service-accounts")
public record ServiceAccountSettings(
        @DefaultValue("50") @Min(1) @Max(1000) int perWorkspace,
        @DefaultValue("3") @Min(1) @Max(10) int keys,

        @DefaultValue("366d") @NotNull @DurationMin(days = 1) @DurationMax(days = 3650)
        Duration longest) {}
