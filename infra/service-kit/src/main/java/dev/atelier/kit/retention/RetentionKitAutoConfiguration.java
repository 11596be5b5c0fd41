package dev.atelier.kit.retention;

import dev.atelier.kit.access.Access;
import dev.atelier.kit.work.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Lets every service that keeps things of workspaces delete them at the end of their time. */
@AutoConfiguration(
        afterName = {
            "dev.atelier.kit.access.AccessKitAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean({Access.class, MongoTemplate.class, Expiring.class})
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionKitAutoConfiguration {
    @Bean(initMethod = "createIndexes")
    Retentions retentions(MongoTemplate mongo, RetentionSettings settings, Clock clock) {
        return new Retentions(mongo, settings, clock);
    }

    @Bean
    RetentionErasing retentionErasing(Retentions retentions) {
        return new RetentionErasing(retentions);
    }

    @Bean
    Workers retentionWorkers(Retentions retentions, List<Expiring> kinds, MeterRegistry meters, Clock clock) {
        return new Workers("retention", 1, new Sweep(retentions, kinds, meters, clock)::tryOne);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "atelier.access.projection", matchIfMissing = true)
    RetentionListener retentionListener(Retentions retentions, List<Expiring> kinds) {
        return new RetentionListener(retentions, kinds);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "atelier.access.projection", matchIfMissing = true)
    ExpiringController expiringController(List<Expiring> kinds, Access access, Clock clock) {
        return new ExpiringController(kinds, access, clock);
    }
}
