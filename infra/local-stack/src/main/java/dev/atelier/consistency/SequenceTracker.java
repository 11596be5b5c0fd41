package dev.atelier.consistency;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Checks numbered messages: each subject's numbers must be 1, 2, 3 ..., and each id must be unique. */
final class SequenceTracker {
    private final Map<String, Long> last = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private long repeats;
    private long disordered;

    void record(String id, String subject, long sequence) {
        if (!ids.add(id)) {
            repeats++;
            return;
        }
        if (last.getOrDefault(subject, 0L) + 1 != sequence) {
            disordered++;
        }
        last.put(subject, sequence);
    }

    long count() {
        return ids.size();
    }

    long repeats() {
        return repeats;
    }

    long disordered() {
        return disordered;
    }
}
