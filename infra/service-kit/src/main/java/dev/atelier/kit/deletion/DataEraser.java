package dev.atelier.kit.deletion;

import java.util.Map;

/**
 * Deletes the data that one feature of a service holds about a deleted workspace, project or action. Erasers run in the
 * order of {@code @Order}. Documents that carry the id of their workspace, project or action need no eraser: they are
 * deleted last.
 */
public interface DataEraser {
    /**
     * Deletes up to about {@code limit} documents. Must be idempotent: it may be called again for the same target, and
     * by two instances at the same time.
     *
     * @return how many documents it deleted; 0 when nothing is left
     */
    int erase(DeletionTarget what, int limit);

    /**
     * Returns how many items visible to people are deleted along with the target, by plural noun; {@code erase} counts
     * each of them once.
     */
    default Map<String, Long> counts(DeletionTarget what) {
        return Map.of();
    }
}
