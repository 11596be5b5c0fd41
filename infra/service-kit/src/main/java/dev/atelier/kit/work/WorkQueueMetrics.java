package dev.atelier.kit.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Meters of each queue: items that are due and not claimed ({@code atelier.work.waiting}), seconds since the first of them became due
 * ({@code atelier.work.oldest.seconds}), and given up items ({@code atelier.work.given.up}). All instances report the same values.
 */
final class WorkQueueMetrics implements MeterBinder {
    private static final double MILLIS = 1000;

    private final Supplier<Stream<WorkQueue<?>>> queues;

    WorkQueueMetrics(Supplier<Stream<WorkQueue<?>>> queues) {
        this.queues = queues;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        queues.get().forEach(queue -> {
            Gauge.builder(
                            "atelier.work.waiting",
                            queue,
                            asked -> asked.backlog().count())
                    .tag("queue", queue.name())
                    .register(meters);
            Gauge.builder(
                            "atelier.work.oldest.seconds",
                            queue,
                            asked -> asked.backlog().oldest().toMillis() / MILLIS)
                    .tag("queue", queue.name())
                    .register(meters);
            Gauge.builder("atelier.work.given.up", queue, asked -> asked.count(WorkItemState.GIVEN_UP))
                    .tag("queue", queue.name())
                    .register(meters);
        });
    }
}
