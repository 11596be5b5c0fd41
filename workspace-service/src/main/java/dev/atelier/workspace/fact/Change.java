package dev.atelier.workspace.fact;

import dev.atelier.events.WorkspaceEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a verb of an aggregate came to.
 *
 * @param after the aggregate as it is from now on; its sequence already counts the fact
 * @param fact what happened; null where nothing happened that others need to know
 */
public record Change<T extends Counted>(T after, @Nullable WorkspaceEvent fact) {
    public static <T extends Counted> Change<T> of(T after, WorkspaceEvent fact) {
        return new Change<>(after, fact);
    }

    /** A change without a fact, or none at all. */
    public static <T extends Counted> Change<T> silent(T after) {
        return new Change<>(after, null);
    }
}
