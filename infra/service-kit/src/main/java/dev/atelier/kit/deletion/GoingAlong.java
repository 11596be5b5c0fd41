package dev.atelier.kit.deletion;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says beforehand what a deletion takes along. */
public final class GoingAlong {
    private final List<Erasing> erasings;

    GoingAlong(List<Erasing> erasings) {
        this.erasings = List.copyOf(erasings);
    }

    /** How many of which things, by their plural nouns, in the order of the alphabet. */
    public Map<String, Long> with(Deleted what) {
        var counts = new TreeMap<String, Long>();
        erasings.forEach(erasing -> counts.putAll(erasing.counts(what)));
        return Collections.unmodifiableMap(counts);
    }
}
