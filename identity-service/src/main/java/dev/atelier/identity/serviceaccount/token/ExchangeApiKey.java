package dev.atelier.identity.serviceaccount.token;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.serviceaccount.ApiKeySecret;
import dev.atelier.identity.serviceaccount.ServiceAccountStore;
import dev.atelier.identity.serviceaccount.ServiceAccountStore.ValidApiKey;
import dev.atelier.identity.session.SessionSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Exchanges an API key for a token. Unknown, expired and revoked keys are refused alike. */
@Component
class ExchangeApiKey {
    private final ServiceAccountStore accounts;
    private final TokenIssuer issuer;
    private final SessionSettings sessions;
    private final Clock clock;

    ExchangeApiKey(ServiceAccountStore accounts, TokenIssuer issuer, SessionSettings sessions, Clock clock) {
        this.accounts = accounts;
        this.issuer = issuer;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * The token that the gateway sends on in place of the key.
     *
     * @param sessionId id by which the token can be revoked, as by its account
     * @param issuedAt not later than the token's own time
     * @param expiresAt when to stop using the token, which may be valid for up to a second longer
     */
    record ServiceAccountTokenResponse(
            String token, UserId serviceAccountId, UUID sessionId, Instant issuedAt, Instant expiresAt) {
        @Override
        public String toString() {
            return "token of " + serviceAccountId + " until " + expiresAt;
        }
    }

    /**
     * Issues a token that lives as long as the realm's tokens, but not longer than the key.
     *
     * @throws BadCredentialsException where the key is not valid
     */
    ServiceAccountTokenResponse exchange(ApiKeySecret secret) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var key = requireValid(secret);
        var longest = now.plus(sessions.accessTokenLife());
        var end = key.end().isBefore(longest) ? key.end() : longest;
        var life = Duration.ofSeconds(Math.max(1, Duration.between(now, end).toSeconds()));
        var token = issuer.issue(
                new TokenIssuer.TokenClaims(key.account(), key.workspace(), key.session(), key.scopes(), life));
        // A revocation in the meantime could not cover this token.
        if (!requireValid(secret).session().equals(key.session())) {
            throw refused();
        }
        accounts.recordUse(key);
        return new ServiceAccountTokenResponse(token, key.account(), key.session(), now, end);
    }

    private ValidApiKey requireValid(ApiKeySecret secret) {
        return accounts.findValidKey(secret).orElseThrow(ExchangeApiKey::refused);
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("the key is not valid");
    }
}
