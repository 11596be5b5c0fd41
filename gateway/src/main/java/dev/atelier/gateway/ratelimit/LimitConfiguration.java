package dev.atelier.gateway.ratelimit;

import dev.atelier.gateway.ratelimit.sharing.Sharing;
import dev.atelier.gateway.ratelimit.sharing.Till;
import dev.atelier.gateway.routing.StreamRoutes;
import dev.atelier.kit.kafka.KafkaClients;
import dev.atelier.kit.web.problem.ProblemWriter;
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

/** The address before the token is looked at, the person and the token after it was found good. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {
    private static final int TOKEN_CHECK = SecurityFilterProperties.DEFAULT_FILTER_ORDER;

    private final ProblemWriter problems;
    private final Till till = new Till();
    private final Buckets addresses;
    private final Buckets people;
    private final Buckets tokens;
    private final Buckets streams;

    LimitConfiguration(LimitSettings settings, ProblemWriter problems) {
        this.problems = problems;
        this.addresses = new Buckets("address", settings.address(), settings.remembered(), till);
        this.people = new Buckets("user", settings.user(), settings.remembered(), till);
        this.tokens = new Buckets("token", settings.token(), settings.remembered(), till);
        this.streams = new Buckets("stream", settings.stream(), settings.remembered(), till);
    }

    @Bean
    Sharing sharingOfLimits(KafkaClients clients, MeterRegistry meters, LimitSettings settings) {
        var byName = Stream.of(addresses, people, tokens, streams).collect(Collectors.toMap(Buckets::name, one -> one));
        return Sharing.of(
                clients,
                till,
                spent -> Optional.ofNullable(byName.get(spent.limit()))
                        .ifPresent(buckets -> buckets.spend(spent.who(), spent.requests())),
                meters,
                settings.sharedEvery());
    }

    @Bean
    FilterRegistrationBean<LimitFilter> addressLimit() {
        return filter(
                addresses,
                request -> request.getRequestURI().startsWith("/actuator/")
                        ? Optional.empty()
                        : Optional.of(request.getRemoteAddr()),
                TOKEN_CHECK - 20);
    }

    @Bean
    FilterRegistrationBean<LimitFilter> userLimit() {
        return filter(people, request -> request(request).map(Jwt::getSubject), TOKEN_CHECK + 20);
    }

    @Bean
    FilterRegistrationBean<LimitFilter> tokenLimit() {
        return filter(
                tokens,
                request -> request(request).map(jwt -> jwt.getId() == null ? jwt.getTokenValue() : jwt.getId()),
                TOKEN_CHECK + 30);
    }

    /** Opening streams has a share of its own: who opens too many can go on with everything else. */
    @Bean
    FilterRegistrationBean<LimitFilter> streamOpeningLimit() {
        return filter(
                streams,
                request -> StreamRoutes.matches(request) ? jwt(request).map(Jwt::getSubject) : Optional.empty(),
                TOKEN_CHECK + 32);
    }

    private FilterRegistrationBean<LimitFilter> filter(
            Buckets buckets, Function<HttpServletRequest, Optional<String>> key, int order) {
        var filter = new FilterRegistrationBean<>(new LimitFilter(buckets, key, problems));
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
