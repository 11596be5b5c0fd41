package dev.atelier.identity.contact.ratelimit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Requests in any hour, 1 to 10,000 each.
 *
 * @param perAddress from one network address
 * @param perEmail in the name of one e-mail address
 * @param perAccount of one signed-in person
 */
@Validated
@ConfigurationProperties("atelier.contact.rates")
record ContactRateLimitSettings(
        @Min(1) @Max(10_000) @DefaultValue("20") int perAddress,
        @Min(1) @Max(10_000) @DefaultValue("5") int perEmail,
        @Min(1) @Max(10_000) @DefaultValue("10") int perAccount) {}
