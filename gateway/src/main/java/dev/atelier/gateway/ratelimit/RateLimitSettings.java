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
 * Limits of requests.
 *
 * @param address of one address, counted before the token is looked at
 * @param user of one person, over all their tokens
 * @param token of one token
 * @param stream event streams that one person opens, which do not count among their requests
 * @param remembered how many people, tokens and addresses are counted at a time, 1 to 10 million; the longest silent are forgotten
 * @param sharedEvery how often the other instances are told what was let in here, 10 ms to 10 s: what somebody can get beyond a limit by
 *     asking all instances at the same moment
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
    /** So many requests (1 to a million) in such a time (1 second to a day); unused ones do not add up. */
    record RequestRateLimit(
            @Min(value = 1, message = "must be 1 at least") @Max(value = 1_000_000, message = "must be 1000000 at most") int requests,

            @NotNull @DurationMin(seconds = 1, message = "must be 1s at least")
            @DurationMax(days = 1, message = "must be 1d at most")
            Duration per) {}
}
