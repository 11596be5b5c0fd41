package dev.atelier.identity.addresschange;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of address changes.
 *
 * @param validity how long a link is valid, 1 s to 7 days
 * @param asksPerHour requests an hour by one person, and to one address; 1 to 10,000
 * @param publicUrl where people reach Atelier, {@code https://atelier.example.org}
 */
@Validated
@ConfigurationProperties("atelier.address")
record AddressChangeSettings(
        @NotNull @DurationMin(seconds = 1) @DurationMax(days = 7) @DefaultValue("24h")
        Duration validity,

        @Min(1) @Max(10_000) @DefaultValue("5") int asksPerHour,
        @NotNull URI publicUrl) {}
