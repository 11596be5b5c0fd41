package dev.atelier.consistency;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Compares acknowledged writes with stored and published data, after the load has stopped. */
final class ConsistencyCheck {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final List<ConsistencyProbe> parts;

    ConsistencyCheck(List<ConsistencyProbe> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Returns the results when all of them are consistent, or as they are when the time-out is over. */
    List<ConsistencyResult> awaitResults(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var rows = parts.stream().flatMap(part -> part.count().stream()).toList();
            if (rows.stream().allMatch(ConsistencyResult::isConsistent) || System.nanoTime() > end) {
                return rows;
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Formats the results as a table. */
    static String table(List<ConsistencyResult> rows) {
        return rows.stream()
                .map(ConsistencyResult::line)
                .collect(Collectors.joining(
                        "",
                        "%-22s %10s %10s %8s %8s %12s %8s%n"
                                .formatted("", "promised", "there", "lost", "twice", "out of order", "repeats"),
                        ""));
    }
}
