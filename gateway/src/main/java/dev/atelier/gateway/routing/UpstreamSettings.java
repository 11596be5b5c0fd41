package dev.atelier.gateway.routing;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How services are asked.
 *
 * @param connectTimeout until the connection stands
 * @param readTimeout until the answer begins, and between two pieces of it
 * @param streamIdle the same for streams: longer than the pause between two signs of life
 * @param concurrent requests to one service at a time that have no answer yet; the next is refused at once
 * @param openFor how long a service that fails is not asked
 */
@Validated
@ConfigurationProperties("atelier.gateway.upstream")
record UpstreamSettings(
        @NotNull Duration connectTimeout,
        @NotNull Duration readTimeout,
        @NotNull Duration streamIdle,
        @Min(1) int concurrent,
        @NotNull Duration openFor) {}
