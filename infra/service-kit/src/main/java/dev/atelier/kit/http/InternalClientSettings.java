package dev.atelier.kit.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Timeouts, limits and retries of requests to other services.
 *
 * @param connectTimeout until the connection is established
 * @param readTimeout until the response begins, and between two parts of it
 * @param concurrent requests to one service at the same time; the next one is refused at once
 * @param attempts for a request that is safe to repeat, 1 to 5
 * @param openFor how long the circuit breaker of a failing service stays open
 * @param passOver how long an address that was unavailable is tried only after the others; 100 ms to 1 min
 */
@Validated
@ConfigurationProperties("atelier.http")
public record InternalClientSettings(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout,
        @DefaultValue("64") @Min(1) int concurrent,
        @DefaultValue("3") @Min(1) @Max(5) int attempts,
        @DefaultValue("5s") Duration openFor,

        @DefaultValue("2s")
        @DurationMin(millis = 100, message = "must be 100ms at least")
        @DurationMax(minutes = 1, message = "must be 1m at most")
        Duration passOver) {}
