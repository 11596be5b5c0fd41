package dev.atelier.kit.security;

import dev.atelier.kit.web.problem.ProblemWriter;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A resource server: people's tokens on {@code /api}, services' tokens on {@code /internal}, nothing else but health and API document. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        },
        afterName = "dev.atelier.kit.web.problem.ProblemAutoConfiguration")
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityKitAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(SecuritySettings settings) {
        return new SupplierJwtDecoder(
                () -> NimbusJwtDecoder.withIssuerLocation(settings.issuerUri().toString())
                        .build());
    }

    @Bean
    @Order(1)
    SecurityFilterChain internalRoutes(HttpSecurity http, JwtDecoder decoder, ProblemWriter writer) throws Exception {
        return resourceServer(http.securityMatcher("/internal/**"), decoder, Audience.INTERNAL, writer)
                .authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    @ConditionalOnMissingBean(name = "apiRoutes")
    SecurityFilterChain apiRoutes(HttpSecurity http, JwtDecoder decoder, ProblemWriter writer) throws Exception {
        return resourceServer(http, decoder, Audience.API, writer)
                .authorizeHttpRequests(
                        routes -> routes.requestMatchers("/actuator/health/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                                .permitAll()
                                .requestMatchers("/api/operator/**")
                                .hasRole(Caller.OPERATOR)
                                .anyRequest()
                                .authenticated())
                .build();
    }

    @Bean
    WebMvcConfigurer callers() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new OperatorGate());
            }
        };
    }

    private static HttpSecurity resourceServer(
            HttpSecurity http, JwtDecoder decoder, Audience audience, ProblemWriter writer) throws Exception {
        var problems = new ProblemEntryPoint(writer);
        var tokens = new JwtAuthenticationConverter();
        tokens.setJwtGrantedAuthoritiesConverter(new RealmRoles());
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.decoder(new AudienceDecoder(decoder, audience))
                                .jwtAuthenticationConverter(tokens)));
    }
}
