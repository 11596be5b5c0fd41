package dev.atelier.notification.people;

import dev.atelier.events.UserState;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.state.StateProjections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {
    @Bean
    StateProjection<UserState> users(StateProjections projections) {
        return projections.of(UserState.class);
    }
}
