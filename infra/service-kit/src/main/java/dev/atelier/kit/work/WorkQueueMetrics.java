package dev.atelier.kit.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tells of each queue how many items are due and not being done ({@code atelier.work.waiting}), how many seconds the first of them has
 * been due ({@code atelier.work.oldest.seconds}), and how many were given up ({@code atelier.work.given.up}); each instance tells the
 * same.
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
