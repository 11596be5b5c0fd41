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
 * How many requests of people and API clients an instance works on at a time.
 *
 * @param requests of everybody together; 1 to 10000
 * @param personPercent how many of them may be one person's, in percent, at least one; 1 to 100
 * @param longestWait how long a request waits for its place: well below the gateway's time-out, so that what was refused was not begun; 0 to 10 s
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
