package dev.atelier.kit.deletion;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts in advance what a deletion removes. */
public final class DeletionImpactCounter {
    private final List<DataEraser> erasings;

    DeletionImpactCounter(List<DataEraser> erasings) {
        this.erasings = List.copyOf(erasings);
    }

    /** Returns the number of items by plural noun, in alphabetical order. */
    public Map<String, Long> count(DeletionTarget what) {
        var counts = new TreeMap<String, Long>();
        erasings.forEach(dataEraser -> counts.putAll(dataEraser.counts(what)));
        return Collections.unmodifiableMap(counts);
    }
}
