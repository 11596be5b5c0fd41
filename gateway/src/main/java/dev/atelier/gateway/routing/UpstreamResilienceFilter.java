package dev.atelier.gateway.routing;

import dev.atelier.kit.http.ServiceUnavailable;
import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemMapper;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.web.admission.ServiceOverloaded;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Protects one service with a bulkhead and a circuit breaker, and answers with a problem if it fails or does not answer
 * in time.
 */
final class UpstreamResilienceFilter implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamResilienceFilter.class);

    private final String service;
    private final Duration openFor;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final ConcurrencyLimiter concurrencyLimiter;
    private final Function<HttpProblem, ServerResponse> answer;

    UpstreamResilienceFilter(
            String service,
            UpstreamSettings settings,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            Function<HttpProblem, ServerResponse> answer) {
        this.service = service;
        this.openFor = settings.openFor();
        this.answer = answer;
        this.concurrencyLimiter = new ConcurrencyLimiter(settings.concurrentPerPerson());
        this.bulkhead = bulkheads.bulkhead(
                service,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.concurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.breaker = breakers.circuitBreaker(
                service,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(50)
                        .minimumNumberOfCalls(10)
                        .waitDurationInOpenState(settings.openFor())
                        .permittedNumberOfCallsInHalfOpenState(5)
                        .recordResult(UpstreamResilienceFilter::isFailure)
                        .ignoreException(failure -> failure instanceof ClientBodyAborted
                                || !UpstreamFailureClassifier.isUpstreamFailure(failure))
                        .build());
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try (var _ = concurrencyLimiter.acquire(person(request))) {
            return bulkhead.executeCallable(() -> breaker.executeCallable(() -> next.handle(request)));
        } catch (CallNotPermittedException | BulkheadFullException e) {
            return unavailable();
        } catch (Refusal e) {
            return answer.apply(HttpProblem.of(e));
        } catch (ClientBodyAborted e) {
            return answer.apply(ProblemMapper.bodyTooSlow().withHeader(HttpHeaders.CONNECTION, "close"));
        } catch (Exception e) {
            if (!UpstreamFailureClassifier.isUpstreamFailure(e)) {
                throw e;
            }
            // The message of the outer exception may quote the address with its query.
            var cause = NestedExceptionUtils.getMostSpecificCause(e);
            LOG.warn("{} did not answer {} {}: {}", service, request.method(), request.path(), cause.toString());
            return UpstreamFailureClassifier.isReadTimeout(e) ? answer.apply(late()) : unavailable();
        }
    }

    /** Routes need a user; on public routes the address replaces it. */
    private static String person(ServerRequest request) {
        return request.principal()
                .map(Principal::getName)
                .orElseGet(() -> request.servletRequest().getRemoteAddr());
    }

    private ServerResponse unavailable() {
        return answer.apply(HttpProblem.of(new ServiceUnavailable(service, openFor)));
    }

    private HttpProblem late() {
        return new HttpProblem(
                        "service-timed-out",
                        HttpStatus.GATEWAY_TIMEOUT,
                        "A part of Atelier did not answer in time. Whether it did its work is not known.",
                        Map.of("service", service),
                        new HttpHeaders())
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, openFor.toSeconds())));
    }

    /**
     * An overloaded service refuses quickly and still works: if the breaker counted that as a failure, one user's burst
     * would lock out everybody.
     */
    private static boolean isFailure(Object response) {
        return response instanceof ServerResponse answered
                && answered.statusCode().value() > 500
                && !answered.headers().containsHeader(ServiceOverloaded.HEADER);
    }
}
