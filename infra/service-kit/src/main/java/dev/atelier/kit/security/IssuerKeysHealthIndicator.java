package dev.atelier.kit.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Part of readiness: whether the keys of the tokens' issuer have been fetched, without which the first request would be answered that
 * signing in is unavailable. Each look fetches them until they are there. From then on it is up: an issuer that goes away is no reason to
 * take the instance out, as the keys stay.
 */
final class IssuerKeysHealthIndicator implements HealthIndicator {
    /** Signed by nobody: to refuse it the decoder must have the keys. */
    private static final String PROBE = part("{\"alg\":\"RS256\",\"kid\":\"none-of-the-issuers\"}") + "."
            + part("{\"sub\":\"nobody\"}") + "." + part("nobody's signature");

    private final JwtDecoder decoder;
    private volatile boolean known;

    IssuerKeysHealthIndicator(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Health health() {
        if (!known) {
            known = fetched();
        }
        return known ? Health.up().build() : Health.outOfService().build();
    }

    private boolean fetched() {
        try {
            decoder.decode(PROBE);
            return true;
        } catch (BadJwtException refused) {
            return true;
        } catch (JwtException | JwtDecoderInitializationException unavailable) {
            return false;
        }
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
