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
 * The token issuer, and how recent a sign-in must be.
 *
 * @param issuerUri the realm's address as in tokens, such as {@code http://127.0.0.1:8180/realms/atelier}
 * @param recentSignIn maximum age of the sign-in for sensitive routes, such as a change of address or a new key;
 *     one minute to one day
 */
@Validated
@ConfigurationProperties("atelier")
record SecuritySettings(
        @NotNull URI issuerUri,

        @NotNull @DurationMin(minutes = 1) @DurationMax(days = 1) @DefaultValue("15m")
        Duration recentSignIn) {}
