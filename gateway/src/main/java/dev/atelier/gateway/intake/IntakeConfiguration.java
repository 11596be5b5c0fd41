package dev.atelier.gateway.intake;

import dev.atelier.gateway.routing.Shares;
import dev.atelier.kit.web.mvc.FileRoutes;
import dev.atelier.kit.web.problem.ProblemWriter;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is cheap to see comes right after the address's limit; the body is received last, from people within their limits. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    private static final int TOKEN_CHECK = SecurityFilterProperties.DEFAULT_FILTER_ORDER;

    @Bean
    FilterRegistrationBean<UnderstoodFilter> understood(ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new UnderstoodFilter(problems));
        filter.setOrder(TOKEN_CHECK - 15);
        return filter;
    }

    @Bean
    FilterRegistrationBean<CompleteFilter> complete(
            BodySettings settings, FileRoutes files, Shares shares, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new CompleteFilter(settings, files, shares, problems));
        filter.setOrder(TOKEN_CHECK + 40);
        return filter;
    }
}
