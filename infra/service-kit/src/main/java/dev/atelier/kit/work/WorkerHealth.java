package dev.atelier.kit.work;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Out of service while a pool has fewer live threads than it should have. */
final class WorkerHealth implements HealthIndicator {
    private final Supplier<Stream<WorkerPool>> pools;

    WorkerHealth(Supplier<Stream<WorkerPool>> pools) {
        this.pools = pools;
    }

    @Override
    public Health health() {
        var health = Health.up();
        pools.get()
                .filter(pool -> pool.alive() < pool.size())
                .forEach(pool -> health.outOfService()
                        .withDetail(pool.name(), "%d of %d threads".formatted(pool.alive(), pool.size())));
        return health.build();
    }
}
