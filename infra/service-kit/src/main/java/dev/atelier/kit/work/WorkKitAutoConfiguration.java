package dev.atelier.kit.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Adds the worker threads to a service's readiness and metrics. */
@AutoConfiguration
class WorkKitAutoConfiguration {
    /** The component {@code workers} of the readiness group. */
    @Bean
    HealthIndicator workersHealthIndicator(ObjectProvider<WorkerPool> pools) {
        return new WorkerHealth(pools::stream);
    }

    /** Registers {@code atelier.workers.missing}: the number of threads that should be alive and are not. */
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
