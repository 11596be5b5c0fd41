package dev.atelier.gateway.acceptance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Requests from identity-service, with the user's own token, what the user must accept, and caches the result; a
 * non-empty one only shortly and until the user accepts. If identity-service does not answer, requests are let through,
 * so that its failure does not stop all other work.
 */
final class RequiredAcceptanceClient {
    private static final Logger LOG = LoggerFactory.getLogger(RequiredAcceptanceClient.class);

    private final RestClient identity;
    private final CircuitBreaker breaker;
    private final Counter unknown;
    private final Cache<String, RequiredAcceptances> free;
    private final Cache<String, RequiredAcceptances> owing;

    RequiredAcceptanceClient(
            RestClient identity, CircuitBreaker breaker, Counter unknown, AcceptanceSettings settings) {
        this.identity = identity;
        this.breaker = breaker;
        this.unknown = unknown;
        this.free = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterWrite(settings.fresh())
                .build();
        this.owing = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterWrite(settings.owedFresh())
                .build();
    }

    /** Returns what the token's user must accept now. */
    RequiredAcceptances of(Jwt token) {
        var person = Objects.requireNonNull(token.getSubject());
        var known = free.getIfPresent(person);
        if (known == null) {
            known = owing.getIfPresent(person);
        }
        if (known != null) {
            return known;
        }
        try {
            var requiredAcceptances = breaker.executeSupplier(() -> ask(token));
            (requiredAcceptances.items().isEmpty() ? free : owing).put(person, requiredAcceptances);
            return requiredAcceptances;
        } catch (CallNotPermittedException e) {
            unknown.increment();
        } catch (RestClientException e) {
            unknown.increment();
            LOG.warn("Required acceptances of a user are not known; the request is let through: {}", e.toString());
        }
        return RequiredAcceptances.NOTHING;
    }

    /** Must be called after a request that may have accepted something. */
    void evict(Jwt token) {
        owing.invalidate(Objects.requireNonNull(token.getSubject()));
    }

    private RequiredAcceptances ask(Jwt token) {
        return identity.get()
                .uri("/api/me/legal-documents/required-acceptances")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.getTokenValue())
                .retrieve()
                .requiredBody(RequiredAcceptances.class);
    }
}
