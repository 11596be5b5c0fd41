package dev.atelier.workspace.event;

import dev.atelier.events.WorkspaceEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a verb of an aggregate came to.
 *
 * @param after the aggregate as it is from now on; its sequence already counts the fact
 * @param fact what happened; null where nothing happened that others need to know
 */
public record AggregateChange<T extends SequencedAggregate>(
        T after, @Nullable WorkspaceEvent fact) {
    public static <T extends SequencedAggregate> AggregateChange<T> of(T after, WorkspaceEvent fact) {
        return new AggregateChange<>(after, fact);
    }

    /** A change without a fact, or none at all. */
    public static <T extends SequencedAggregate> AggregateChange<T> silent(T after) {
        return new AggregateChange<>(after, null);
    }
}
