package dev.atelier.kit.retention;

import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.work.WorkQueue;
import dev.atelier.kit.work.WorkQueueFactory;
import dev.atelier.kit.work.WorkQueuePolicy;
import dev.atelier.kit.work.WorkerThreadPool;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
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
            "dev.atelier.kit.work.WorkQueueKitAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean({WorkspaceAuthorization.class, MongoTemplate.class, DataExpiry.class})
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionKitAutoConfiguration {
    /** The item of a workspace that fails without deleting anything is retried for ten days before it is given up. */
    private static final WorkQueuePolicy POLICY =
            WorkQueuePolicy.DEFAULT.withAttempts(1000).withBackoff(Duration.ofMinutes(1), Duration.ofMinutes(15));

    @Bean
    WorkQueue<RetentionJob> retentionQueue(WorkQueueFactory queues) {
        return queues.createQueue("retention", RetentionJob.class, POLICY);
    }

    @Bean
    RetentionStore retentions(
            MongoTemplate mongo, WorkQueue<RetentionJob> retentionQueue, RetentionSettings settings, Clock clock) {
        return new RetentionStore(mongo, retentionQueue, settings, clock);
    }

    @Bean
    RetentionEraser retentionErasing(RetentionStore retentionStore) {
        return new RetentionEraser(retentionStore);
    }

    @Bean
    WorkerThreadPool retentionWorkers(
            WorkQueueFactory queues,
            WorkQueue<RetentionJob> retentionQueue,
            RetentionStore retentionStore,
            List<DataExpiry> kinds,
            RetentionSettings settings,
            MeterRegistry meters,
            Clock clock) {
        return queues.createWorkers(
                retentionQueue, 1, List.of(new ExpiredDataDeleter(retentionStore, kinds, settings, meters, clock)));
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
