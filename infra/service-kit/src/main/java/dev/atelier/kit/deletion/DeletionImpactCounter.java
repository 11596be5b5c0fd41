package dev.atelier.kit.deletion;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says beforehand what a deletion takes along. */
public final class DeletionImpactCounter {
    private final List<DataEraser> erasings;

    DeletionImpactCounter(List<DataEraser> erasings) {
        this.erasings = List.copyOf(erasings);
    }

    /** How many of which things, by their plural nouns, in the order of the alphabet. */
    public Map<String, Long> with(DeletionTarget what) {
        var counts = new TreeMap<String, Long>();
        erasings.forEach(dataEraser -> counts.putAll(dataEraser.counts(what)));
        return Collections.unmodifiableMap(counts);
    }
}
