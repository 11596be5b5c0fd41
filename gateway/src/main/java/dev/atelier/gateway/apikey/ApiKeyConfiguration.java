package dev.atelier.gateway.apikey;

import dev.atelier.gateway.identity.IdentityServiceClientFactory;
import dev.atelier.gateway.revocation.RevocationList;
import dev.atelier.kit.problem.ProblemWriter;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** API keys are exchanged after the address's rate limit and before the tokens are checked. */
@Configuration(proxyBeanMethods = false)
class ApiKeyConfiguration {
    @Bean
    ApiKeyTokenCache tokensOfKeys(
            IdentityServiceClientFactory identity,
            CircuitBreakerRegistry breakers,
            RevocationList revocationList,
            ApiKeySettings settings,
            Clock clock) {
        return new ApiKeyTokenCache(
                new ServiceAccountTokenClient(identity.within(settings.timeout()), breakers.circuitBreaker("api-keys")),
                revocationList,
                settings,
                clock);
    }

    /** Filters are created before all other beans, so the cache is created lazily. */
    @Bean
    FilterRegistrationBean<ApiKeyFilter> apiKeys(ObjectProvider<ApiKeyTokenCache> tokens, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new ApiKeyFilter(tokens::getObject, problems));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 12);
        return filter;
    }
}
