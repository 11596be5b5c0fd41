package dev.atelier.gateway.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of exchanging keys for tokens.
 *
 * @param timeout maximum time until identity-service, which asks Keycloak, has returned a token; 100 ms to 30 s
 * @param fresh how long a token is used before the next one is requested; 1 s to 1 h
 * @param remembered maximum number of cached keys, 1 to 1 million; the least recently used are evicted
 */
@Validated
@ConfigurationProperties("atelier.gateway.api-keys")
record ApiKeySettings(
        @NotNull @DurationMin(millis = 100, message = "must be 100ms at least")
        @DurationMax(seconds = 30, message = "must be 30s at most")
        Duration timeout,

        @NotNull @DurationMin(seconds = 1, message = "must be 1s at least")
        @DurationMax(hours = 1, message = "must be 1h at most")
        Duration fresh,

        @Min(value = 1, message = "must be 1 at least") @Max(value = 1_000_000, message = "must be 1000000 at most") int remembered) {}
