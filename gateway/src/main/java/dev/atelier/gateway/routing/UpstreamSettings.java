package dev.atelier.gateway.routing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of calling services.
 *
 * @param connectTimeout maximum time until the connection is open; 10 ms to 30 s
 * @param readTimeout maximum time until the response begins, and between two parts of it; 100 ms to 10 min
 * @param streamIdle the same for streams; must be longer than the interval of their heartbeats; 1 s to 1 h
 * @param concurrent maximum number of requests to one service that wait for a response; the next one is refused at
 *     once; 1 to 10,000
 * @param personPercent maximum share of one user in them, in percent, at least one request; 1 to 100
 * @param openFor how long the circuit breaker of a failing service stays open; 100 ms to 5 min
 */
@Validated
@ConfigurationProperties("atelier.gateway.upstream")
record UpstreamSettings(
        @NotNull @DurationMin(millis = 10, message = "must be 10ms at least")
        @DurationMax(seconds = 30, message = "must be 30s at most")
        Duration connectTimeout,

        @NotNull @DurationMin(millis = 100, message = "must be 100ms at least")
        @DurationMax(minutes = 10, message = "must be 10m at most")
        Duration readTimeout,

        @NotNull @DurationMin(seconds = 1, message = "must be 1s at least")
        @DurationMax(hours = 1, message = "must be 1h at most")
        Duration streamIdle,

        @Min(value = 1, message = "must be 1 at least") @Max(value = 10_000, message = "must be 10000 at most") int concurrent,

        @Min(value = 1, message = "must be 1 at least") @Max(value = 100, message = "must be 100 at most") int personPercent,

        @NotNull @DurationMin(millis = 100, message = "must be 100ms at least")
        @DurationMax(minutes = 5, message = "must be 5m at most")
        Duration openFor) {
    /** Returns the maximum number of concurrent requests of one user to one service. */
    int concurrentPerPerson() {
        return Math.max(1, concurrent * personPercent / 100);
    }
}
