package dev.atelier.gateway.apikey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atelier.kit.security.SignInUnavailable;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Requests the token of a key from identity-service. */
final class ServiceAccountTokenClient {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceAccountTokenClient.class);

    private final RestClient identity;
    private final CircuitBreaker breaker;

    ServiceAccountTokenClient(RestClient identity, CircuitBreaker breaker) {
        this.identity = identity;
        this.breaker = breaker;
    }

    /** The used part of the response. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record IssuedToken(String token, String serviceAccountId, String sessionId, Instant issuedAt, Instant expiresAt) {
        @Override
        public String toString() {
            return "token of " + serviceAccountId;
        }
    }

    /**
     * Returns the token of a key; empty if the key is not valid.
     *
     * @throws SignInUnavailable if identity-service does not answer
     */
    Optional<IssuedToken> tokenFor(String key) {
        try {
            return breaker.executeSupplier(() -> ask(key));
        } catch (CallNotPermittedException e) {
            throw new SignInUnavailable();
        } catch (RestClientException e) {
            // The exception's message may quote the request.
            LOG.warn(
                    "No token could be requested for a service account: {}",
                    e.getClass().getSimpleName());
            throw new SignInUnavailable();
        }
    }

    private Optional<IssuedToken> ask(String key) {
        return identity.post()
                .uri("/api/public/service-account-tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("key", key))
                .exchangeForRequiredValue((request, response) -> {
                    if (response.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
                        return Optional.empty();
                    }
                    var issuedToken =
                            response.getStatusCode().is2xxSuccessful() ? response.bodyTo(IssuedToken.class) : null;
                    if (issuedToken == null) {
                        throw new IOException("identity-service answered " + response.getStatusCode());
                    }
                    return Optional.of(issuedToken);
                });
    }
}
