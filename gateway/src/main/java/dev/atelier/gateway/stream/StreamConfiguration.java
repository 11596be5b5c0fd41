package dev.atelier.gateway.stream;

import dev.atelier.kit.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Open streams are limited after the rate limits. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {
    @Bean
    FilterRegistrationBean<StreamLimitFilter> streamLimit(
            StreamSettings settings, ProblemWriter problems, MeterRegistry meters) {
        var places = new OpenStreamCounter(settings);
        meters.gauge("atelier.gateway.streams.open", places, OpenStreamCounter::open);
        var filter = new FilterRegistrationBean<>(new StreamLimitFilter(places, problems));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 31);
        return filter;
    }
}
