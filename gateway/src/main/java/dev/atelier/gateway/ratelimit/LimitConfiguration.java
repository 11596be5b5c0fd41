package dev.atelier.gateway.ratelimit;

import dev.atelier.kit.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The address before the token is looked at, the person and the token after it was found good. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {
    private static final int TOKEN_CHECK = SecurityFilterProperties.DEFAULT_FILTER_ORDER;

    private final LimitSettings settings;
    private final ProblemWriter problems;

    LimitConfiguration(LimitSettings settings, ProblemWriter problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Bean
    FilterRegistrationBean<LimitFilter> addressLimit() {
        return filter(
                "address",
                settings.address(),
                request -> request.getRequestURI().startsWith("/actuator/")
                        ? Optional.empty()
                        : Optional.of(request.getRemoteAddr()),
                TOKEN_CHECK - 20);
    }

    @Bean
    FilterRegistrationBean<LimitFilter> userLimit() {
        return filter("user", settings.user(), request -> jwt(request).map(Jwt::getSubject), TOKEN_CHECK + 20);
    }

    @Bean
    FilterRegistrationBean<LimitFilter> tokenLimit() {
        return filter(
                "token",
                settings.token(),
                request -> jwt(request).map(jwt -> jwt.getId() == null ? jwt.getTokenValue() : jwt.getId()),
                TOKEN_CHECK + 30);
    }

    private FilterRegistrationBean<LimitFilter> filter(
            String name, LimitSettings.Limit limit, Function<HttpServletRequest, Optional<String>> key, int order) {
        var filter = new FilterRegistrationBean<>(
                new LimitFilter(name, new Buckets(name, limit, settings.remembered()), key, problems));
        filter.setName(name + "-limit");
        filter.setOrder(order);
        return filter;
    }

    private static Optional<Jwt> jwt(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof JwtAuthenticationToken caller
                ? Optional.of(caller.getToken())
                : Optional.empty();
    }
}
