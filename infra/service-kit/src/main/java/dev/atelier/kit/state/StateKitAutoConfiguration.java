package dev.atelier.kit.state;

import dev.atelier.kit.mongo.Leases;
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
    Rebuilds rebuilds(MongoTemplate mongo, Leases leases) {
        return new Rebuilds(mongo, leases);
    }

    @Bean
    StateProjections stateProjections(MongoTemplate mongo, Rebuilds rebuilds, ObjectProvider<Rebuilding> rebuilding) {
        return new StateProjections(mongo, rebuilds, rebuilding::getIfAvailable);
    }
}
