package dev.atelier.kit.http;

import dev.atelier.kit.http.balance.Balancing;
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

/** Gives a service its way to the others. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration",
            "io.github.resilience4j.springboot.bulkhead.autoconfigure.BulkheadAutoConfiguration"
        })
@EnableConfigurationProperties({ServicesSettings.class, HttpSettings.class})
class HttpKitAutoConfiguration {
    /** One view of the addresses for all who ask, the gateway too. */
    @Bean
    Balancing balancing(ServicesSettings services, HttpSettings settings, Clock clock) {
        return new Balancing(ServicesSettings.NAMES, services::of, settings.passOver(), clock);
    }

    @Bean
    InternalClients internalClients(
            RestClient.Builder builder,
            JsonMapper json,
            Balancing balancing,
            HttpSettings settings,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            @Value("${atelier.issuer-uri}") URI issuer,
            @Value("${spring.application.name}") String name,
            @Value("${atelier.client-secret:}") String secret) {
        var tokens = new ServiceTokens(issuer, name, secret);
        var factory = balancing.over(requests(settings));
        return new InternalClients(service -> new InternalClient(
                builder.clone()
                        .baseUrl(balancing.address(service))
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
                new Patience(service, settings, bulkheads, breakers),
                new Answers(service, json, settings.openFor())));
    }

    private static ClientHttpRequestFactory requests(HttpSettings settings) {
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
