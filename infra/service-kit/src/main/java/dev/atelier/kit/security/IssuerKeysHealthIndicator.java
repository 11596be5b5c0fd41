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
 * Part of readiness: whether the token issuer's keys are loaded. Without them the first request would be answered with
 * 503. Each health check tries to load them until that succeeds; then the indicator stays up, because the keys are
 * cached: an issuer that becomes unavailable is no reason to take the instance out of service.
 */
final class IssuerKeysHealthIndicator implements HealthIndicator {
    /**
     * A token with an unknown key id and an invalid signature: the decoder can only reject it after it has loaded the
     * keys.
     */
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
