package dev.atelier.bench.events;

import dev.atelier.bench.measurement.Percentiles;
import java.util.Map;
import java.util.UUID;

/** Events with the commit times of publisher and consumer, in microseconds. */
record EventTimings(Map<UUID, Long> said, Map<UUID, Long> heard) {
    private static final long NANOS_PER_MICRO = 1_000;

    /** Waits until all published events are consumed; throws {@link IllegalStateException} after two minutes. */
    static EventTimings all(EventsBenchmarkSystem eventsBenchmarkSystem, int expected) throws InterruptedException {
        long end = System.nanoTime() + 120_000_000_000L;
        while (Integer.parseInt(eventsBenchmarkSystem.consumer().sendCommand("/count")) < expected) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not all events were consumed within two minutes");
            }
            Thread.sleep(100);
        }
        return new EventTimings(
                CommitTimes.read(eventsBenchmarkSystem.publisher().sendCommand("/committed")),
                CommitTimes.read(eventsBenchmarkSystem.consumer().sendCommand("/committed")));
    }

    /** Times from the publisher's commit to the consumer's commit, as acknowledged by the database. */
    Percentiles delays() {
        return Percentiles.ofNanos(said.entrySet().stream()
                .mapToLong(one -> (heard.getOrDefault(one.getKey(), Long.MAX_VALUE) - one.getValue()) * NANOS_PER_MICRO)
                .toArray());
    }

    /** The time from the first published to the last consumed event. */
    double perSecond() {
        long first = said.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        long last = heard.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return said.size() * 1e6 / (last - first);
    }

    /** The time during which the publisher published. */
    double publishedPerSecond() {
        var moments = said.values().stream().mapToLong(Long::longValue).summaryStatistics();
        return said.size() * 1e6 / (moments.getMax() - moments.getMin());
    }
}
