package dev.atelier.bench.events;

import dev.atelier.bench.measurement.Percentiles;
import java.util.Map;
import java.util.UUID;

/** Facts with the moments at which both sides had committed, in the machine's microseconds. */
record EventTimings(Map<UUID, Long> said, Map<UUID, Long> heard) {
    private static final long NANOS_PER_MICRO = 1_000;

    /** Waits until as many were heard as were said; throws {@link IllegalStateException} when that takes longer than two minutes. */
    static EventTimings all(EventsBenchmarkSystem eventsBenchmarkSystem, int expected) throws InterruptedException {
        long end = System.nanoTime() + 120_000_000_000L;
        while (Integer.parseInt(eventsBenchmarkSystem.hearing().order("/count")) < expected) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not all facts were heard within two minutes");
            }
            Thread.sleep(100);
        }
        return new EventTimings(
                CommitTimes.read(eventsBenchmarkSystem.speaking().order("/committed")),
                CommitTimes.read(eventsBenchmarkSystem.hearing().order("/committed")));
    }

    /** From the answer to the speaker's commit to the answer to the hearer's. */
    Percentiles delays() {
        return Percentiles.ofNanos(said.entrySet().stream()
                .mapToLong(one -> (heard.getOrDefault(one.getKey(), Long.MAX_VALUE) - one.getValue()) * NANOS_PER_MICRO)
                .toArray());
    }

    /** From the first that was said to the last that was heard. */
    double perSecond() {
        long first = said.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        long last = heard.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return said.size() * 1e6 / (last - first);
    }

    /** While the speaker was at it. */
    double saidPerSecond() {
        var moments = said.values().stream().mapToLong(Long::longValue).summaryStatistics();
        return said.size() * 1e6 / (moments.getMax() - moments.getMin());
    }
}
