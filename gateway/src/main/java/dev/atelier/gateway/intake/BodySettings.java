package dev.atelier.gateway.intake;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How bodies of requests are received.
 *
 * @param deadline until all of a body is in, 1 second to 10 minutes; a client that says nothing at all is given up earlier, after
 *     {@code server.tomcat.connection-timeout}
 */
@Validated
@ConfigurationProperties("atelier.gateway.body")
record BodySettings(
        @NotNull @DurationMin(seconds = 1, message = "must be 1s at least")
        @DurationMax(minutes = 10, message = "must be 10m at most")
        Duration deadline) {}
