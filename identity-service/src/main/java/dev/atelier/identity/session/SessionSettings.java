package dev.atelier.identity.session;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Lifetime of tokens.
 *
 * @param accessTokenLife at least the realm's access token lifespan: a revocation is kept for that long, 10 s to 1 day
 */
@Validated
@ConfigurationProperties("atelier.session")
public record SessionSettings(
        @DefaultValue("5m") @NotNull @DurationMin(seconds = 10) @DurationMax(days = 1)
        Duration accessTokenLife) {}
