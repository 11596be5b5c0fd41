package dev.atelier.gateway.requestvalidation;

import dev.atelier.gateway.routing.ConcurrencyLimiter;
import dev.atelier.kit.problem.ProblemWriter;
import dev.atelier.kit.web.mvc.FileUploadRoutes;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Cheap checks run right after the address's rate limit; bodies are received last, only from users within their limits.
 */
@Configuration(proxyBeanMethods = false)
class RequestValidationConfiguration {
    private static final int TOKEN_CHECK = SecurityFilterProperties.DEFAULT_FILTER_ORDER;

    @Bean
    FilterRegistrationBean<RequestSyntaxFilter> understood(ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new RequestSyntaxFilter(problems));
        filter.setOrder(TOKEN_CHECK - 15);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyBufferingFilter> complete(
            BodyReceiptSettings settings,
            FileUploadRoutes files,
            ConcurrencyLimiter concurrencyLimiter,
            ProblemWriter problems) {
        var filter =
                new FilterRegistrationBean<>(new BodyBufferingFilter(settings, files, concurrencyLimiter, problems));
        filter.setOrder(TOKEN_CHECK + 40);
        return filter;
    }
}
