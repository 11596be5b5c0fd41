package dev.atelier.gateway.security;

import dev.atelier.gateway.routing.UpstreamService;
import dev.atelier.kit.problem.ProblemWriter;
import dev.atelier.kit.security.ResourceServerConfigurer;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Every known route needs a user's token; unknown routes are passed on and answered with 404. */
@Configuration(proxyBeanMethods = false)
class GatewaySecurityConfiguration {
    /** API responses are not pages: nothing may be loaded, framed or submitted by them. */
    private static final String CSP = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** The page of the documents loads only its own files. Its library uses inline styles. */
    private static final String CSP_OF_DOCUMENTS = CSP.replace(
            "; form-action",
            "; script-src 'self'; connect-src 'self';"
                    + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; form-action");

    private static final RequestMatcher DOCUMENTS =
            PathPatternRequestMatcher.withDefaults().matcher("/docs/**");

    @Bean
    SecurityFilterChain routes(HttpSecurity http, ResourceServerConfigurer server, CorsFilter origins)
            throws Exception {
        return server.people(http)
                .cors(AbstractHttpConfigurer::disable)
                .addFilter(origins)
                .headers(headers -> headers.addHeaderWriter(csp(DOCUMENTS, CSP_OF_DOCUMENTS))
                        .addHeaderWriter(csp(new NegatedRequestMatcher(DOCUMENTS), CSP))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                        .httpStrictTransportSecurity(
                                hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(31_536_000)))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/api/public/**")
                        .permitAll()
                        .requestMatchers(UpstreamService.allPaths())
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    private static HeaderWriter csp(RequestMatcher requests, String directives) {
        return new DelegatingRequestMatcherHeaderWriter(requests, new ContentSecurityPolicyHeaderWriter(directives));
    }

    /** Registers the filter only in the security chain, not also as a servlet filter. */
    @Bean
    FilterRegistrationBean<CorsFilter> originsInTheChain(CorsFilter origins) {
        var registration = new FilterRegistrationBean<>(origins);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    CorsFilter origins(CorsSettings settings, ProblemWriter problems) {
        var pages = new CorsConfiguration();
        pages.setAllowedOrigins(settings.allowedOrigins());
        pages.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        pages.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Content-Disposition",
                "Accept",
                "If-Match",
                "If-None-Match",
                "Idempotency-Key",
                "Last-Event-ID",
                "Range",
                "X-Request-Id",
                "traceparent"));
        pages.setExposedHeaders(List.of(
                "ETag",
                "Location",
                "Retry-After",
                "RateLimit",
                "RateLimit-Policy",
                "X-Request-Id",
                "Content-Disposition"));
        pages.setMaxAge(settings.remembered());
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", pages);
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new ProblemCorsProcessor(problems));
        return filter;
    }
}
