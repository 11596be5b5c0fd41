package dev.atelier.kit.security;

import dev.atelier.kit.problem.ProblemWriter;
import java.util.Set;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/** Configures filter chains that check bearer tokens, keep no session and answer with problems. */
public final class ResourceServerConfigurer {
    private final JwtDecoder decoder;
    private final ProblemAuthenticationEntryPoint problems;
    private final JwtAuthenticationConverter tokens = new JwtAuthenticationConverter();

    ResourceServerConfigurer(JwtDecoder decoder, ProblemWriter writer) {
        this.decoder = decoder;
        this.problems = new ProblemAuthenticationEntryPoint(writer);
        tokens.setJwtGrantedAuthoritiesConverter(new KeycloakRealmRoleConverter());
    }

    /** Accepts tokens of people, with the audience {@code atelier-api}. */
    public HttpSecurity people(HttpSecurity http) throws Exception {
        return checking(http, new AudienceJwtDecoder(decoder, Set.of(TokenAudience.API)));
    }

    /** Accepts tokens of services, with the audience {@code atelier-internal}. */
    public HttpSecurity services(HttpSecurity http) throws Exception {
        return checking(http, new AudienceJwtDecoder(decoder, Set.of(TokenAudience.INTERNAL)));
    }

    /** Accepts tokens of people and of services. */
    HttpSecurity everybody(HttpSecurity http) throws Exception {
        return checking(http, new AudienceJwtDecoder(decoder, Set.of(TokenAudience.values())));
    }

    private HttpSecurity checking(HttpSecurity http, JwtDecoder audience) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(server -> server.withObjectPostProcessor(answering())
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.decoder(audience).jwtAuthenticationConverter(tokens)));
    }

    /**
     * By default the filter rethrows where the issuer's keys are unavailable, and the response would be an internal
     * error.
     */
    private ObjectPostProcessor<BearerTokenAuthenticationFilter> answering() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(problems::commence);
                return filter;
            }
        };
    }
}
