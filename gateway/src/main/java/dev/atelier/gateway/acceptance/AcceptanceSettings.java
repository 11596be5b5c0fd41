package dev.atelier.gateway.acceptance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of requesting and caching required acceptances.
 *
 * @param timeout maximum time until identity-service has answered; 50 ms to 5 s
 * @param fresh how long an empty list is cached, and so after what time a published document is required at the latest;
 *     1 s to 1 h
 * @param owedFresh how long a non-empty list is cached; a user who accepted through another instance may be refused so
 *     long; 100 ms to 1 min
 * @param remembered maximum number of cached users, 1 to 1 million
 */
@Validated
@ConfigurationProperties("atelier.gateway.duties")
record AcceptanceSettings(
        @NotNull @DurationMin(millis = 50, message = "must be 50ms at least")
        @DurationMax(seconds = 5, message = "must be 5s at most")
        Duration timeout,

        @NotNull @DurationMin(seconds = 1, message = "must be 1s at least")
        @DurationMax(hours = 1, message = "must be 1h at most")
        Duration fresh,

        @NotNull @DurationMin(millis = 100, message = "must be 100ms at least")
        @DurationMax(minutes = 1, message = "must be 1m at most")
        Duration owedFresh,

        @Min(value = 1, message = "must be 1 at least") @Max(value = 1_000_000, message = "must be 1000000 at most") int remembered) {}
