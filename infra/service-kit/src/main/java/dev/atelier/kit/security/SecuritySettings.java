package dev.atelier.kit.security;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who issues tokens.
 *
 * @param issuerUri the realm's address as it stands in tokens, {@code http://127.0.0.1:8180/realms/atelier}
 */
@Validated
@ConfigurationProperties("atelier")
record SecuritySettings(@NotNull URI issuerUri) {}
