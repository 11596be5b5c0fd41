package dev.atelier.gateway.revocation;

import dev.atelier.kit.problem.ProblemWriter;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the revocation check after the token check, and the readiness of the gateway. */
@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {
    @Bean
    FilterRegistrationBean<RevocationFilter> revocationFilter(
            RevocationConsumer feed, RevocationList revocationList, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new RevocationFilter(feed, revocationList, problems));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10);
        return filter;
    }

    /** Part of readiness: the gateway must not accept tokens before it knows the revocations. */
    @Bean("revocations-known")
    HealthIndicator revocationsKnown(RevocationConsumer feed) {
        return () ->
                feed.caughtUp() ? Health.up().build() : Health.outOfService().build();
    }
}
