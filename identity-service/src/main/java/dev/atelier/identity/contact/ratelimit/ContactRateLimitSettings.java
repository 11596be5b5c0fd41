package dev.atelier.identity.contact.ratelimit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits within any hour, 1 to 10,000 each.
 *
 * @param perAddress anonymous requests from one network address
 * @param perEmail anonymous requests in the name of one e-mail address
 * @param perAccount requests of one signed-in person
 */
@Validated
@ConfigurationProperties("atelier.contact.rates")
record ContactRateLimitSettings(
        @Min(1) @Max(10_000) @DefaultValue("20") int perAddress,
        @Min(1) @Max(10_000) @DefaultValue("5") int perEmail,
        @Min(1) @Max(10_000) @DefaultValue("10") int perAccount) {}
