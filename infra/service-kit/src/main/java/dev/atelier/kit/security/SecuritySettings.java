package dev.atelier.kit.security;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who issues tokens, and how fresh they must be.
 *
 * @param issuerUri the realm's address as it stands in tokens, {@code http://127.0.0.1:8180/realms/atelier}
 * @param recentSignIn how long ago whoever changes their address or makes a key may have signed in, one minute to one day
 */
@Validated
@ConfigurationProperties("atelier")
record SecuritySettings(
        @NotNull URI issuerUri,

        @NotNull @DurationMin(minutes = 1) @DurationMax(days = 1) @DefaultValue("15m")
        Duration recentSignIn) {}
