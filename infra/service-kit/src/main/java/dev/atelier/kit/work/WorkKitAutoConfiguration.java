package dev.atelier.kit.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Makes a service's readiness and meters know of its worker threads. */
@AutoConfiguration
class WorkKitAutoConfiguration {
    /** Part of readiness, as {@code workers}. */
    @Bean
    HealthIndicator workersHealthIndicator(ObjectProvider<WorkerPool> pools) {
        return new WorkerHealth(pools::stream);
    }

    /** {@code atelier.workers.missing}: how many threads there should be and are not. */
    @Bean
    MeterBinder missingWorkers(ObjectProvider<WorkerPool> pools) {
        return meters -> Gauge.builder("atelier.workers.missing", pools, WorkKitAutoConfiguration::missing)
                .strongReference(true)
                .register(meters);
    }

    private static double missing(ObjectProvider<WorkerPool> pools) {
        return pools.stream()
                .mapToInt(pool -> Math.max(0, pool.size() - pool.alive()))
                .sum();
    }
}
