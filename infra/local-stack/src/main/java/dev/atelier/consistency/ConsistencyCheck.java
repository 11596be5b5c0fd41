package dev.atelier.consistency;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Compares what was promised with what is there and what went out. Everybody has stopped when it begins. */
final class ConsistencyCheck {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final List<ConsistencyProbe> parts;

    ConsistencyCheck(List<ConsistencyProbe> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The rows once all of them balance, or as they are when the patience is over. */
    List<ConsistencyResult> settled(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var rows = parts.stream().flatMap(part -> part.count().stream()).toList();
            if (rows.stream().allMatch(ConsistencyResult::balances) || System.nanoTime() > end) {
                return rows;
            }
            Thread.sleep(PAUSE);
        }
    }

    /** The rows as a table for people. */
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
