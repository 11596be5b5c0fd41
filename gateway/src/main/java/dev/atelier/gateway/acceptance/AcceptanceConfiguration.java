package dev.atelier.gateway.acceptance;

import dev.atelier.gateway.identity.IdentityServiceClientFactory;
import dev.atelier.kit.problem.ProblemWriter;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Required acceptances are checked after the rate limits: a user over the limit causes no request to identity-service.
 */
@Configuration(proxyBeanMethods = false)
class AcceptanceConfiguration {
    @Bean
    RequiredAcceptanceClient duties(
            IdentityServiceClientFactory identity,
            CircuitBreakerRegistry breakers,
            MeterRegistry meters,
            AcceptanceSettings settings) {
        return new RequiredAcceptanceClient(
                identity.within(settings.timeout()),
                breakers.circuitBreaker("duties"),
                meters.counter("atelier.gateway.duties.unknown"),
                settings);
    }

    /** Filters are created before all other beans, so the client is created lazily. */
    @Bean
    FilterRegistrationBean<AcceptanceFilter> dutyFilter(
            ObjectProvider<RequiredAcceptanceClient> duties, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new AcceptanceFilter(duties::getObject, problems));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 35);
        return filter;
    }
}
