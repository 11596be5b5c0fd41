package dev.atelier.gateway.requestvalidation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of receiving request bodies.
 *
 * @param deadline maximum time until a whole body has arrived, 1 second to 10 minutes; a silent client is dropped
 *     earlier, after {@code server.tomcat.connection-timeout}
 * @param fileDeadline the same for a file, 1 second to 1 hour
 * @param filesAtOnce maximum number of files that one user sends at a time, 1 to 100
 */
@Validated
@ConfigurationProperties("atelier.gateway.body")
record BodyReceiptSettings(
        @NotNull @DurationMin(seconds = 1, message = "must be 1s at least")
        @DurationMax(minutes = 10, message = "must be 10m at most")
        Duration deadline,

        @NotNull @DurationMin(seconds = 1, message = "must be 1s at least")
        @DurationMax(hours = 1, message = "must be 1h at most")
        Duration fileDeadline,

        @Min(value = 1, message = "must be 1 at least") @Max(value = 100, message = "must be 100 at most") int filesAtOnce) {}
