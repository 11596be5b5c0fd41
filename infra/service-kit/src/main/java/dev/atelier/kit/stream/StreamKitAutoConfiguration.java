package dev.atelier.kit.stream;

import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.state.StateKitAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Configures event streams for services that project memberships. */
@AutoConfiguration(
        after = StateKitAutoConfiguration.class,
        afterName = "dev.atelier.kit.access.AccessKitAutoConfiguration")
@ConditionalOnBean({MongoTemplate.class, WorkspaceAuthorization.class})
@ConditionalOnBooleanProperty(name = "atelier.access.projection", matchIfMissing = true)
class StreamKitAutoConfiguration {
    @Bean
    StreamAccessWatcher rightsWatch(MongoTemplate mongo) {
        return new StreamAccessWatcher(mongo);
    }

    @Bean
    EventStreams eventStreams(WorkspaceAuthorization workspaceAuthorization, StreamAccessWatcher watch, Clock clock) {
        return new EventStreams(workspaceAuthorization, watch, clock);
    }
}
