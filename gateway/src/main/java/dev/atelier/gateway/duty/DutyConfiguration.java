package dev.atelier.gateway.duty;

import dev.atelier.kit.http.balance.Balancing;
import dev.atelier.kit.web.problem.ProblemWriter;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Duties are looked at behind the limits: who asks too much has nobody else asked. */
@Configuration(proxyBeanMethods = false)
class DutyConfiguration {
    private static final String SERVICE = "identity-service";

    @Bean
    Duties duties(
            RestClient.Builder http,
            CloseableHttpClient upstreamClient,
            Balancing balancing,
            CircuitBreakerRegistry breakers,
            MeterRegistry meters,
            DutySettings settings) {
        var requests = new HttpComponentsClientHttpRequestFactory(upstreamClient);
        requests.setReadTimeout(settings.timeout());
        var identity = http.clone()
                .baseUrl(balancing.address(SERVICE))
                .requestFactory(balancing.over(requests))
                .build();
        return new Duties(
                identity,
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
