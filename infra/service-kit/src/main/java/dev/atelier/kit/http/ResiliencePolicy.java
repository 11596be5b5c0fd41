package dev.atelier.kit.http;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.web.client.ResourceAccessException;

/**
 * Limits concurrent requests to one service, retries those that are safe to repeat, and opens a circuit breaker while
 * the service fails.
 */
final class ResiliencePolicy {
    private final String service;
    private final Duration openFor;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Retry retry;

    ResiliencePolicy(
            String service,
            InternalClientSettings settings,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers) {
        this.service = service;
        this.openFor = settings.openFor();
        this.bulkhead = bulkheads.bulkhead(
                service,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.concurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.breaker = breakers.circuitBreaker(
                service,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .waitDurationInOpenState(settings.openFor())
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .recordException(ResiliencePolicy::failed)
                        .build());
        this.retry = Retry.of(
                service,
                RetryConfig.custom()
                        .maxAttempts(settings.attempts())
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(100), 2))
                        .retryOnException(ResiliencePolicy::failed)
                        .build());
    }

    /** Sends a request; failures of the other service are thrown as {@link ServiceUnavailable}. */
    <T> T execute(Supplier<T> question, boolean safeToRepeat) {
        var guarded = Bulkhead.decorateSupplier(bulkhead, CircuitBreaker.decorateSupplier(breaker, question));
        var patient = safeToRepeat ? Retry.decorateSupplier(retry, guarded) : guarded;
        try {
            return patient.get();
        } catch (CallNotPermittedException | BulkheadFullException | ResourceAccessException e) {
            throw new ServiceUnavailable(service, openFor);
        }
    }

    private static boolean failed(Throwable failure) {
        return failure instanceof ServiceUnavailable || failure instanceof ResourceAccessException;
    }
}
