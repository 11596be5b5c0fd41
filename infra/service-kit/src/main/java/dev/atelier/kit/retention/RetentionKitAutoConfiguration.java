package dev.atelier.kit.retention;

import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.work.WorkerThreadPool;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Configures the nightly deletion of expired data in every service that has a {@link DataExpiry}. */
@AutoConfiguration(
        afterName = {
            "dev.atelier.kit.access.AccessKitAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean({WorkspaceAuthorization.class, MongoTemplate.class, DataExpiry.class})
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionKitAutoConfiguration {
    @Bean(initMethod = "createIndexes")
    RetentionStore retentions(MongoTemplate mongo, RetentionSettings settings, Clock clock) {
        return new RetentionStore(mongo, settings, clock);
    }

    @Bean
    RetentionEraser retentionErasing(RetentionStore retentionStore) {
        return new RetentionEraser(retentionStore);
    }

    @Bean
    WorkerThreadPool retentionWorkers(
            RetentionStore retentionStore, List<DataExpiry> kinds, MeterRegistry meters, Clock clock) {
        return new WorkerThreadPool("retention", 1, new RetentionSweeper(retentionStore, kinds, meters, clock)::tryOne);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "atelier.access.projection", matchIfMissing = true)
    RetentionStateHandler retentionListener(RetentionStore retentionStore, List<DataExpiry> kinds) {
        return new RetentionStateHandler(retentionStore, kinds);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "atelier.access.projection", matchIfMissing = true)
    RetentionPreviewController expiringController(
            List<DataExpiry> kinds, WorkspaceAuthorization workspaceAuthorization, Clock clock) {
        return new RetentionPreviewController(kinds, workspaceAuthorization, clock);
    }
}
