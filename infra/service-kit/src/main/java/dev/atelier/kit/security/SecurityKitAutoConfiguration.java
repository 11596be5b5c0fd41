package dev.atelier.kit.security;

import dev.atelier.kit.problem.ProblemWriter;
import dev.atelier.kit.problem.RouteMethods;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Configures a resource server: tokens of people on {@code /api}, of services on {@code /internal};
 * {@code /api/public} and health are public; the other management endpoints and the API document are for operators and
 * services. An application that declares its own filter chains replaces all of these.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        },
        afterName = "dev.atelier.kit.problem.ProblemKitAutoConfiguration")
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityKitAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(SecuritySettings settings) {
        return new SupplierJwtDecoder(
                () -> NimbusJwtDecoder.withIssuerLocation(settings.issuerUri().toString())
                        .build());
    }

    @Bean("issuer-keys")
    IssuerKeysHealthIndicator issuerKeys(JwtDecoder decoder) {
        return new IssuerKeysHealthIndicator(decoder);
    }

    @Bean
    ResourceServerConfigurer resourceServer(JwtDecoder decoder, ProblemWriter writer) {
        return new ResourceServerConfigurer(decoder, writer);
    }

    @Bean
    RejectedRequestHandler refusedRequests(ProblemWriter writer, ObjectProvider<RouteMethods> methods) {
        return new RejectedRequestHandler(writer, methods::getObject);
    }

    @Bean
    WebMvcConfigurer callers(SecuritySettings settings, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new OperatorOnlyInterceptor());
                interceptors.addInterceptor(new RecentSignInInterceptor(settings.recentSignIn(), clock));
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(SecurityFilterChain.class)
    static class DefaultFilterChains {
        @Bean
        @Order(1)
        SecurityFilterChain internalRoutes(HttpSecurity http, ResourceServerConfigurer server) throws Exception {
            return server.services(http.securityMatcher("/internal/**"))
                    .authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
                    .build();
        }

        /** Health is public; the rest is for operators and for services, which collect metrics. */
        @Bean
        @Order(2)
        SecurityFilterChain managementRoutes(HttpSecurity http, ResourceServerConfigurer server) throws Exception {
            return server.everybody(http.securityMatcher("/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml"))
                    .authorizeHttpRequests(routes -> routes.requestMatchers("/actuator/health/**")
                            .permitAll()
                            .anyRequest()
                            .hasAnyRole(Caller.OPERATOR, KeycloakRealmRoleConverter.SERVICE))
                    .build();
        }

        @Bean
        @Order(3)
        SecurityFilterChain apiRoutes(HttpSecurity http, ResourceServerConfigurer server) throws Exception {
            return server.people(http)
                    .authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(DispatcherType.ERROR)
                            .permitAll()
                            .requestMatchers("/api/public/**")
                            .permitAll()
                            .requestMatchers("/api/operator/**")
                            .hasRole(Caller.OPERATOR)
                            .anyRequest()
                            .authenticated())
                    .build();
        }
    }
}
