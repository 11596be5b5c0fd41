package dev.atelier.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.filter.AfterFilterFunctions.removeResponseHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import dev.atelier.gateway.revocation.OpenStreamRegistry;
import dev.atelier.kit.http.loadbalancer.ServiceLoadBalancer;
import dev.atelier.kit.problem.ProblemWriter;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Configures the routes and the HTTP client that forwards requests. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {
    @Bean
    RouterFunction<ServerResponse> servicesRoutes(
            ServiceLoadBalancer serviceLoadBalancer,
            UpstreamSettings settings,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            ProblemWriter problems) {
        return UpstreamService.ALL.stream()
                .map(upstreamService -> route(upstreamService.service())
                        .route(paths(upstreamService), http())
                        .filter(new UpstreamResilienceFilter(
                                upstreamService.service(),
                                settings,
                                bulkheads,
                                breakers,
                                problem -> new ProblemServerResponse(problem, problems)))
                        .before(uri(serviceLoadBalancer.address(upstreamService.service())))
                        .after(removeResponseHeader("X-Request-Id"))
                        .after(removeResponseHeader("Set-Cookie"))
                        .build())
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    /** Limits the bodies that are being received, for all services together. */
    @Bean
    ConcurrencyLimiter bodiesUnderWay(UpstreamSettings settings) {
        return new ConcurrencyLimiter(settings.concurrentPerPerson());
    }

    private static RequestPredicate paths(UpstreamService upstreamService) {
        return upstreamService.paths().stream()
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    @Bean
    CloseableHttpClient upstreamClient(UpstreamSettings settings) {
        // Each stream holds a connection and does not count as a request that waits for a response.
        int connections = 20 * settings.concurrent();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(UpstreamService.ALL.size() * connections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .build())
                        .build())
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    @Bean
    ClientHttpRequestFactory upstreamRequests(
            CloseableHttpClient http,
            UpstreamSettings settings,
            OpenStreamRegistry streams,
            ServiceLoadBalancer serviceLoadBalancer) {
        return serviceLoadBalancer.requestFactory(new AbortableRequestFactory(http, settings, streams));
    }
}
