package dev.atelier.gateway.duty;

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
 * What people owe, asked of identity-service in their own name and remembered for a while: shortly where they owe something, and until
 * they accept. Where
 * nobody can say, they go on: work does not stand still because identity-service does.
 */
final class Duties {
    private static final Logger LOG = LoggerFactory.getLogger(Duties.class);

    private final RestClient identity;
    private final CircuitBreaker breaker;
    private final Counter unknown;
    private final Cache<String, Owed> free;
    private final Cache<String, Owed> owing;

    Duties(RestClient identity, CircuitBreaker breaker, Counter unknown, DutySettings settings) {
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

    /** What whoever holds this token owes now. */
    Owed of(Jwt token) {
        var person = Objects.requireNonNull(token.getSubject());
        var known = free.getIfPresent(person);
        if (known == null) {
            known = owing.getIfPresent(person);
        }
        if (known != null) {
            return known;
        }
        try {
            var owed = breaker.executeSupplier(() -> ask(token));
            (owed.documents().isEmpty() ? free : owing).put(person, owed);
            return owed;
        } catch (CallNotPermittedException e) {
            unknown.increment();
        } catch (RestClientException e) {
            unknown.increment();
            LOG.warn("Nobody says what a person has yet to accept; they go on: {}", e.toString());
        }
        return Owed.NOTHING;
    }

    /** They have accepted something, or tried to. */
    void forget(Jwt token) {
        owing.invalidate(Objects.requireNonNull(token.getSubject()));
    }

    private Owed ask(Jwt token) {
        return identity.get()
                .uri("/api/me/legal-documents/duties")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.getTokenValue())
                .retrieve()
                .requiredBody(Owed.class);
    }
}
