package dev.atelier.kit.state;

import dev.atelier.events.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * A bean that reacts to a newer state, in the transaction that stores it. Its service must have a
 * {@link StateProjection} of the same type. It must only write to the database, because the transaction may be
 * retried.
 */
public interface EntityStateHandler<S extends EntityState> {
    /**
     * Handles a newer version; called again for a version with which it failed.
     *
     * @param before the state that was stored before, even if it had ended; null where there was none, and when a
     *     dead letter is replayed
     * @param after the new state; {@code ended()} is true where it is the last one
     */
    void handleChange(@Nullable S before, S after);
}
