package dev.atelier.gateway.ratelimit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Rate limits of requests.
 *
 * @param address limit of one address, counted before the token is checked
 * @param user limit of one user, for all their tokens
 * @param token limit of one token
 * @param stream limit of event streams that one user opens; they do not count as requests
 * @param remembered maximum number of users, tokens and addresses that are counted at a time, each; 1 to 10 million;
 *     the least recently used are evicted
 * @param sharedEvery how often admitted requests are published to the other instances, 10 ms to 10 s: for this time a
 *     client can exceed a limit by calling all instances at once
 */
@Validated
@ConfigurationProperties("atelier.gateway.limits")
record RateLimitSettings(
        @NotNull @Valid RequestRateLimit address,
        @NotNull @Valid RequestRateLimit user,
        @NotNull @Valid RequestRateLimit token,
        @NotNull @Valid RequestRateLimit stream,

        @Min(value = 1, message = "must be 1 at least") @Max(value = 10_000_000, message = "must be 10000000 at most") int remembered,

        @NotNull @DurationMin(millis = 10, message = "must be 10ms at least")
        @DurationMax(seconds = 10, message = "must be 10s at most")
        Duration sharedEvery) {
    /** A number of requests (1 to 1 million) in a time (1 second to 1 day); unused requests do not accumulate. */
    record RequestRateLimit(
            @Min(value = 1, message = "must be 1 at least") @Max(value = 1_000_000, message = "must be 1000000 at most") int requests,

            @NotNull @DurationMin(seconds = 1, message = "must be 1s at least")
            @DurationMax(days = 1, message = "must be 1d at most")
            Duration per) {}
}
