package dev.atelier.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Watches numbered messages go by: each subject's numbers must be 1, 2, 3 ..., each id come once. */
final class Sequences {
    private final Map<String, Long> last = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private long repeats;
    private long disordered;

    /** Whether it came for the first time. */
    boolean see(String id, String subject, long sequence) {
        if (!ids.add(id)) {
            repeats++;
            return false;
        }
        if (last.getOrDefault(subject, 0L) + 1 != sequence) {
            disordered++;
        }
        last.put(subject, sequence);
        return true;
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
