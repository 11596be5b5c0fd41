package dev.atelier.kit.state;

import dev.atelier.kit.mongo.MongoKitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Gives a service with MongoDB its projections of other services' states. */
@AutoConfiguration(
        after = MongoKitAutoConfiguration.class,
        afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@ConditionalOnClass(MongoTemplate.class)
@ConditionalOnBean(MongoTemplate.class)
public class StateKitAutoConfiguration {
    @Bean
    StateProjections stateProjections(MongoTemplate mongo) {
        return new StateProjections(mongo);
    }
}
