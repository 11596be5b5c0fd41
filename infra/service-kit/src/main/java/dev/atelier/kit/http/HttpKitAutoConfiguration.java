package dev.atelier.kit.http;

import dev.atelier.kit.http.loadbalancer.ServiceLoadBalancer;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.time.Clock;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Provides clients for the internal APIs of other services. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration",
            "io.github.resilience4j.springboot.bulkhead.autoconfigure.BulkheadAutoConfiguration"
        })
@EnableConfigurationProperties({ServiceAddressSettings.class, InternalClientSettings.class})
class HttpKitAutoConfiguration {
    /**
     * One load balancer for all clients of this process, including the gateway, so that they share the state of the
     * addresses.
     */
    @Bean
    ServiceLoadBalancer serviceLoadBalancer(
            ServiceAddressSettings services, InternalClientSettings settings, Clock clock) {
        return new ServiceLoadBalancer(ServiceAddressSettings.NAMES, services::of, settings.passOver(), clock);
    }

    @Bean
    InternalClientFactory internalClients(
            RestClient.Builder builder,
            JsonMapper json,
            ServiceLoadBalancer serviceLoadBalancer,
            InternalClientSettings settings,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            @Value("${atelier.issuer-uri}") URI issuer,
            @Value("${spring.application.name}") String name,
            @Value("${atelier.client-secret:}") String secret) {
        var tokens = new ClientCredentialsTokenInterceptor(issuer, name, secret);
        var factory = serviceLoadBalancer.requestFactory(requests(settings));
        return new InternalClientFactory(service -> new InternalClient(
                builder.clone()
                        .baseUrl(serviceLoadBalancer.address(service))
                        .requestFactory(factory)
                        .requestInterceptor(tokens)
                        .requestInterceptor((request, body, execution) -> {
                            var id = MDC.get("requestId");
                            if (id != null) {
                                request.getHeaders().set("X-Request-Id", id);
                            }
                            return execution.execute(request, body);
                        })
                        .build(),
                json,
                new ResiliencePolicy(service, settings, bulkheads, breakers),
                new RemoteResponseChecker(service, json, settings.openFor())));
    }

    private static ClientHttpRequestFactory requests(InternalClientSettings settings) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(settings.concurrent())
                .setMaxConnTotal(5 * settings.concurrent())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.readTimeout()))
                        .build())
                .build();
        return new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
                .setConnectionManager(connections)
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .build());
    }
}
