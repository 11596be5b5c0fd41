package dev.atelier.kit.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient questions to other services are.
 *
 * @param connectTimeout until the connection stands
 * @param readTimeout until the answer begins, and between two pieces of it
 * @param concurrent questions to one service at a time; the next is refused at once
 * @param attempts tries of a question that is safe to repeat, 1 to 5
 * @param openFor how long a service that fails is not asked
 * @param passOver how long one of a service's addresses comes after the others once it was away; 100 ms to 1 min
 */
@Validated
@ConfigurationProperties("atelier.http")
public record InternalClientSettings(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout,
        @DefaultValue("64") @Min(1) int concurrent,
        @DefaultValue("3") @Min(1) @Max(5) int attempts,
        @DefaultValue("5s") Duration openFor,

        @DefaultValue("2s")
        @DurationMin(millis = 100, message = "must be 100ms at least")
        @DurationMax(minutes = 1, message = "must be 1m at most")
        Duration passOver) {}
