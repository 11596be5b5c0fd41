package dev.atelier.kit.scope;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the scope check for all routes and documents the scopes. */
@AutoConfiguration(beforeName = "org.springdoc.core.configuration.SpringDocConfiguration")
class ScopeKitAutoConfiguration {
    @Bean
    WebMvcConfigurer scopes() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new ScopeInterceptor());
            }
        };
    }

    @Bean
    OpenApiCustomizer scopesInDocument() {
        return new ScopeOpenApiCustomizer();
    }
}
