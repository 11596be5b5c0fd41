package dev.atelier.gateway.security;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of cross-origin requests.
 *
 * @param allowedOrigins allowed origins such as {@code https://app.example.org}; none by default, never all
 * @param remembered how long a browser caches the preflight response; up to one day, which no browser exceeds
 */
@Validated
@ConfigurationProperties("atelier.gateway.cors")
record CorsSettings(
        @DefaultValue
        List<
                        @Pattern(
                                regexp = "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?",
                                message = "must be an origin such as https://app.example.org, without a path")
                        String>
                allowedOrigins,

        @NotNull @DefaultValue("1h")
        @DurationMin(message = "must not be negative")
        @DurationMax(days = 1, message = "must be 1d at most")
        Duration remembered) {
    CorsSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
