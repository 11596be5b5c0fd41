package dev.atelier.kit.deletion;

import java.util.Map;

/**
 * Removes what a part of a service holds of deleted things. Those that come first (by {@code @Order}) are asked first;
 * documents that carry the id of their workspace, project or action need none: they are removed at the end.
 */
public interface DataEraser {
    /**
     * Removes about so many documents, or does nothing where none are left; may be asked again for what it did, and by two
     * instances at once.
     *
     * @return how many it removed; 0 when nothing is left
     */
    int erase(DeletionTarget what, int limit);

    /** How many things that people know go along, by their plural nouns; {@code erase} counts each of them once. */
    default Map<String, Long> counts(DeletionTarget what) {
        return Map.of();
    }
}
