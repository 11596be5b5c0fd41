package dev.atelier.bench.events;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The commit time of each event in microseconds, kept in memory and transferred as lines. */
final class CommitTimes {
    private final Map<UUID, Long> byEvent = new ConcurrentHashMap<>();

    void record(UUID event, long micros) {
        byEvent.putIfAbsent(event, micros);
    }

    int count() {
        return byEvent.size();
    }

    /** Returns all times, one per line, and clears them. */
    byte[] drain() {
        var lines = new StringBuilder();
        byEvent.forEach((event, micros) ->
                lines.append(event).append(' ').append(micros).append('\n'));
        byEvent.clear();
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Parses the lines. */
    static Map<UUID, Long> read(String told) {
        var moments = new HashMap<UUID, Long>();
        told.lines().forEach(line -> {
            int space = line.indexOf(' ');
            moments.put(UUID.fromString(line.substring(0, space)), Long.parseLong(line.substring(space + 1)));
        });
        return moments;
    }
}
