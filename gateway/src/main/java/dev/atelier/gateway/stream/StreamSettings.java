package dev.atelier.gateway.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of open event streams; each instance counts its own.
 *
 * @param perPerson maximum of one user, for all their tokens; 1 to 1,000
 * @param perApiClient maximum of one service account, for all its keys; 1 to 1,000
 * @param perInstance maximum of one instance; 1 to 100,000
 */
@Validated
@ConfigurationProperties("atelier.gateway.streams")
record StreamSettings(
        @Min(value = 1, message = "must be 1 at least") @Max(value = 1_000, message = "must be 1000 at most") int perPerson,

        @Min(value = 1, message = "must be 1 at least") @Max(value = 1_000, message = "must be 1000 at most") int perApiClient,

        @Min(value = 1, message = "must be 1 at least") @Max(value = 100_000, message = "must be 100000 at most") int perInstance) {}
