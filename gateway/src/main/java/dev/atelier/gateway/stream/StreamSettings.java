package dev.atelier.gateway.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of open event streams; each instance counts its own.
 *
 * @param perPerson of one person, over all their tokens; 1 to 1000
 * @param perApiClient of one service account, over all its keys; 1 to 1000
 * @param perInstance of everybody together; 1 to 100000
 */
@Validated
@ConfigurationProperties("atelier.gateway.streams")
record StreamSettings(
        @Min(value = 1, message = "must be 1 at least") @Max(value = 1_000, message = "must be 1000 at most") int perPerson,

        @Min(value = 1, message = "must be 1 at least") @Max(value = 1_000, message = "must be 1000 at most") int perApiClient,

        @Min(value = 1, message = "must be 1 at least") @Max(value = 100_000, message = "must be 100000 at most") int perInstance) {}
