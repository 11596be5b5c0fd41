package dev.atelier.gateway.ratelimit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of requests.
 *
 * @param address of one address, counted before the token is looked at
 * @param user of one person, over all their tokens
 * @param token of one token
 * @param remembered how many people, tokens and addresses are counted at a time; the longest silent are forgotten
 */
@Validated
@ConfigurationProperties("atelier.gateway.limits")
record LimitSettings(
        @NotNull @Valid Limit address,
        @NotNull @Valid Limit user,
        @NotNull @Valid Limit token,
        @Min(1) int remembered) {
    /** So many requests in such a time; unused ones do not add up. */
    record Limit(
            @Min(1) int requests,
            @NotNull @DurationMin(seconds = 1) Duration per) {}
}
