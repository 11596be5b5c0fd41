package dev.atelier.kit.web.openapi;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Describes the routes of a service as the kit runs them. */
@AutoConfiguration(beforeName = "org.springdoc.core.configuration.SpringDocConfiguration")
class OpenApiKitAutoConfiguration {
    @Bean
    TypedIdSchemas typedIdSchemas() {
        return new TypedIdSchemas();
    }

    @Bean
    OperationCustomizer routeDescription() {
        return new RouteDescription();
    }

    @Bean
    OpenApiCustomizer documentFrame(@Value("${spring.application.name}") String service) {
        return new DocumentFrame(service);
    }
}
