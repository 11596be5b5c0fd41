package dev.atelier.kit.state;

import dev.atelier.kit.mongo.MongoKitAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Gives a service with MongoDB its projections of other services' states. */
@AutoConfiguration(after = MongoKitAutoConfiguration.class)
@ConditionalOnBean(MongoTemplate.class)
public class StateKitAutoConfiguration {
    @Bean
    StateProjections stateProjections(MongoTemplate mongo, ObjectProvider<Rebuilding> rebuilding) {
        return new StateProjections(mongo, rebuilding::getIfAvailable);
    }
}
