package dev.atelier.gateway.apikey;

import dev.atelier.gateway.revocation.Revocations;
import dev.atelier.kit.http.balance.Balancing;
import dev.atelier.kit.web.problem.ProblemWriter;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Keys are looked at after the address's limit and before tokens. */
@Configuration(proxyBeanMethods = false)
class ApiKeyConfiguration {
    private static final String SERVICE = "identity-service";

    @Bean
    Tokens tokensOfKeys(
            RestClient.Builder http,
            CloseableHttpClient upstreamClient,
            Balancing balancing,
            CircuitBreakerRegistry breakers,
            Revocations revocations,
            ApiKeySettings settings,
            Clock clock) {
        var requests = new HttpComponentsClientHttpRequestFactory(upstreamClient);
        requests.setReadTimeout(settings.timeout());
        var identity = http.clone()
                .baseUrl(balancing.address(SERVICE))
                .requestFactory(balancing.over(requests))
                .build();
        return new Tokens(new KeyExchange(identity, breakers.circuitBreaker("api-keys")), revocations, settings, clock);
    }

    /** Filters are made before all else: what asks services comes when it is needed. */
    @Bean
    FilterRegistrationBean<ApiKeyFilter> apiKeys(ObjectProvider<Tokens> tokens, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new ApiKeyFilter(tokens::getObject, problems));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 12);
        return filter;
    }
}
