package dev.atelier.gateway.duty;

import dev.atelier.gateway.identity.IdentityService;
import dev.atelier.kit.web.problem.ProblemWriter;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Duties are looked at behind the limits: who asks too much has nobody else asked. */
@Configuration(proxyBeanMethods = false)
class DutyConfiguration {
    @Bean
    Duties duties(
            IdentityService identity, CircuitBreakerRegistry breakers, MeterRegistry meters, DutySettings settings) {
        return new Duties(
                identity.within(settings.timeout()),
                breakers.circuitBreaker("duties"),
                meters.counter("atelier.gateway.duties.unknown"),
                settings);
    }

    /** Filters are made before all else: what asks services comes when it is needed. */
    @Bean
    FilterRegistrationBean<DutyFilter> dutyFilter(ObjectProvider<Duties> duties, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new DutyFilter(duties::getObject, problems));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 35);
        return filter;
    }
}
