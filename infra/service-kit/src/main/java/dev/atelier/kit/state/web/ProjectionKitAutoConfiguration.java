package dev.atelier.kit.state.web;

import dev.atelier.kit.state.StateKitAutoConfiguration;
import dev.atelier.kit.state.StateProjectionRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Configures the operator API of projections. */
@AutoConfiguration(after = StateKitAutoConfiguration.class)
@ConditionalOnBean(StateProjectionRegistry.class)
@ConditionalOnWebApplication
class ProjectionKitAutoConfiguration {
    @Bean
    ProjectionController projectionController(StateProjectionRegistry projections) {
        return new ProjectionController(projections);
    }
}
