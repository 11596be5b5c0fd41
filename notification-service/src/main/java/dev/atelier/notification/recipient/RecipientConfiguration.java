package dev.atelier.notification.recipient;

import dev.atelier.events.UserState;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.state.StateProjectionRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecipientConfiguration {
    @Bean
    StateProjection<UserState> users(StateProjectionRegistry projections) {
        return projections.of(UserState.class);
    }
}
