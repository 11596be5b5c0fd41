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
 * How services are asked.
 *
 * @param connectTimeout until the connection stands; 10 ms to 30 s
 * @param readTimeout until the answer begins, and between two pieces of it; 100 ms to 10 min
 * @param streamIdle the same for streams: longer than the pause between two signs of life; 1 s to 1 h
 * @param concurrent requests to one service at a time that have no answer yet; the next is refused at once; 1 to 10000
 * @param personPercent how many of them may be one person's, in percent, at least one; 1 to 100
 * @param openFor how long a service that fails is not asked; 100 ms to 5 min
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
    /** Requests of one person to one service at a time. */
    int concurrentPerPerson() {
        return Math.max(1, concurrent * personPercent / 100);
    }
}
