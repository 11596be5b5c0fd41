package dev.atelier.workspace.event;

import dev.atelier.events.WorkspaceEvent;
import org.jspecify.annotations.Nullable;

/**
 * The result of a command on an aggregate.
 *
 * @param after the changed aggregate; its sequence already counts the event
 * @param fact the event; null if nothing happened that others need to know
 */
public record AggregateChange<T extends SequencedAggregate>(
        T after, @Nullable WorkspaceEvent fact) {
    public static <T extends SequencedAggregate> AggregateChange<T> of(T after, WorkspaceEvent fact) {
        return new AggregateChange<>(after, fact);
    }

    /** Returns a change that publishes no event, or no change at all. */
    public static <T extends SequencedAggregate> AggregateChange<T> withoutEvent(T after) {
        return new AggregateChange<>(after, null);
    }
}
