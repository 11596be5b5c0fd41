package dev.atelier.kit.web.admission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of concurrent requests of people and API clients, for one instance.
 *
 * @param requests maximum of all callers together; 1 to 10000
 * @param personPercent maximum for one caller in percent of {@code requests}, at least one request; 1 to 100
 * @param longestWait maximum time that a request waits for a permit; well below the gateway's timeout, so that a
 *     refused request was never started; 0 to 10 s
 */
@Validated
@ConfigurationProperties("atelier.web.admission")
record AdmissionSettings(
        @DefaultValue("64")
        @Min(value = 1, message = "must be 1 at least") @Max(value = 10_000, message = "must be 10000 at most") int requests,

        @DefaultValue("25")
        @Min(value = 1, message = "must be 1 at least") @Max(value = 100, message = "must be 100 at most") int personPercent,

        @NotNull @DefaultValue("3s")
        @DurationMin(message = "must not be negative")
        @DurationMax(seconds = 10, message = "must be 10s at most")
        Duration longestWait) {
    int perPerson() {
        return Math.max(1, requests * personPercent / 100);
    }
}
