package dev.atelier.gateway.ratelimit;

import dev.atelier.gateway.ratelimit.usage.LocalRateLimitUsage;
import dev.atelier.gateway.ratelimit.usage.RateLimitUsageExchange;
import dev.atelier.gateway.routing.StreamRoutes;
import dev.atelier.kit.kafka.KafkaClientFactory;
import dev.atelier.kit.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Limits the address before the token is checked, the user and the token after it. */
@Configuration(proxyBeanMethods = false)
class RateLimitConfiguration {
    private static final int TOKEN_CHECK = SecurityFilterProperties.DEFAULT_FILTER_ORDER;

    private final ProblemWriter problems;
    private final LocalRateLimitUsage localRateLimitUsage = new LocalRateLimitUsage();
    private final RateLimitBuckets addresses;
    private final RateLimitBuckets people;
    private final RateLimitBuckets tokens;
    private final RateLimitBuckets streams;

    RateLimitConfiguration(RateLimitSettings settings, ProblemWriter problems) {
        this.problems = problems;
        this.addresses =
                new RateLimitBuckets("address", settings.address(), settings.remembered(), localRateLimitUsage);
        this.people = new RateLimitBuckets("user", settings.user(), settings.remembered(), localRateLimitUsage);
        this.tokens = new RateLimitBuckets("token", settings.token(), settings.remembered(), localRateLimitUsage);
        this.streams = new RateLimitBuckets("stream", settings.stream(), settings.remembered(), localRateLimitUsage);
    }

    @Bean
    RateLimitUsageExchange sharingOfLimits(
            KafkaClientFactory clients, MeterRegistry meters, RateLimitSettings settings) {
        var byName = Stream.of(addresses, people, tokens, streams)
                .collect(Collectors.toMap(RateLimitBuckets::name, one -> one));
        return RateLimitUsageExchange.of(
                clients,
                localRateLimitUsage,
                rateLimitUsage -> Optional.ofNullable(byName.get(rateLimitUsage.limit()))
                        .ifPresent(buckets -> buckets.consumeRemote(rateLimitUsage.who(), rateLimitUsage.requests())),
                meters,
                settings.sharedEvery());
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> addressLimit() {
        return filter(
                addresses,
                request -> request.getRequestURI().startsWith("/actuator/")
                        ? Optional.empty()
                        : Optional.of(request.getRemoteAddr()),
                TOKEN_CHECK - 20);
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> userLimit() {
        return filter(people, request -> request(request).map(Jwt::getSubject), TOKEN_CHECK + 20);
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> tokenLimit() {
        return filter(
                tokens,
                request -> request(request).map(jwt -> jwt.getId() == null ? jwt.getTokenValue() : jwt.getId()),
                TOKEN_CHECK + 30);
    }

    /** Opening streams has a separate limit: a user who opens too many can still send other requests. */
    @Bean
    FilterRegistrationBean<RateLimitFilter> streamOpeningLimit() {
        return filter(
                streams,
                request -> StreamRoutes.matches(request) ? jwt(request).map(Jwt::getSubject) : Optional.empty(),
                TOKEN_CHECK + 32);
    }

    private FilterRegistrationBean<RateLimitFilter> filter(
            RateLimitBuckets buckets, Function<HttpServletRequest, Optional<String>> key, int order) {
        var filter = new FilterRegistrationBean<>(new RateLimitFilter(buckets, key, problems));
        filter.setName(buckets.name() + "-limit");
        filter.setOrder(order);
        return filter;
    }

    private static Optional<Jwt> request(HttpServletRequest request) {
        return StreamRoutes.matches(request) ? Optional.empty() : jwt(request);
    }

    private static Optional<Jwt> jwt(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof JwtAuthenticationToken caller
                ? Optional.of(caller.getToken())
                : Optional.empty();
    }
}
