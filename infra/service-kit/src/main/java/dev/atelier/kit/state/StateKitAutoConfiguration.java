package dev.atelier.kit.state;

import dev.atelier.kit.mongo.LeaseStore;
import dev.atelier.kit.mongo.MongoKitAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Configures the projections of other services' states. */
@AutoConfiguration(after = MongoKitAutoConfiguration.class)
@ConditionalOnBean(MongoTemplate.class)
public class StateKitAutoConfiguration {
    @Bean
    RebuildStore rebuilds(MongoTemplate mongo, LeaseStore leaseStore) {
        return new RebuildStore(mongo, leaseStore);
    }

    @Bean
    StateProjectionRegistry stateProjections(
            MongoTemplate mongo, RebuildStore rebuildStore, ObjectProvider<ProjectionRebuilder> rebuilding) {
        return new StateProjectionRegistry(mongo, rebuildStore, rebuilding::getIfAvailable);
    }
}
