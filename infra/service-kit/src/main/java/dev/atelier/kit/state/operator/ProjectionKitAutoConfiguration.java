package dev.atelier.kit.state.operator;

import dev.atelier.kit.state.StateKitAutoConfiguration;
import dev.atelier.kit.state.StateProjections;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Shows operators a service's projections. */
@AutoConfiguration(after = StateKitAutoConfiguration.class)
@ConditionalOnBean(StateProjections.class)
@ConditionalOnWebApplication
class ProjectionKitAutoConfiguration {
    @Bean
    ProjectionController projectionController(StateProjections projections) {
        return new ProjectionController(projections);
    }
}
