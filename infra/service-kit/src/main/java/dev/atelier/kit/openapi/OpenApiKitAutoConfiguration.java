package dev.atelier.kit.openapi;

import dev.atelier.events.id.TypedId;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Generates the OpenAPI document of a service, including what the kit adds to routes. */
@AutoConfiguration(beforeName = "org.springdoc.core.configuration.SpringDocConfiguration")
class OpenApiKitAutoConfiguration {
    @Bean
    TypedIdModelConverter typedIdSchemas() {
        SpringDocUtils.getConfig().addSimpleTypePredicateForParameterObject(TypedId.class::isAssignableFrom);
        return new TypedIdModelConverter();
    }

    @Bean
    RecordModelConverter recordSchemas() {
        return new RecordModelConverter();
    }

    @Bean
    FreeFormJsonModelConverter freeFormJsonSchemas() {
        return new FreeFormJsonModelConverter();
    }

    @Bean
    EmailAddressModelConverter emailAddressSchemas() {
        return new EmailAddressModelConverter();
    }

    @Bean
    OperationCustomizer routeDescription() {
        return new KitOperationCustomizer();
    }

    @Bean
    OpenApiCustomizer documentFrame(@Value("${spring.application.name}") String service) {
        return new OpenApiFrameCustomizer(service);
    }
}
