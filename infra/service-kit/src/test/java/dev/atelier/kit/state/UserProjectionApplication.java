package dev.atelier.kit.state;

import dev.atelier.events.UserState;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A service that projects users and handles their changes. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class UserProjectionApplication {
    @Bean
    StateProjection<UserState> users(StateProjectionRegistry projections) {
        return projections.of(UserState.class);
    }

    @Bean
    UserStateChangeRecorder noting(MongoTemplate mongo) {
        return new UserStateChangeRecorder(mongo);
    }
}
