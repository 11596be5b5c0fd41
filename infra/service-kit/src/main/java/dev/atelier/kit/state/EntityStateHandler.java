package dev.atelier.kit.state;

import dev.atelier.events.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * A bean that acts on a newer state, in the transaction that stores it. It needs a {@link StateProjection} of the same
 * type in its service. It writes documents and nothing else: a transaction may be repeated.
 */
public interface EntityStateHandler<S extends EntityState> {
    /**
     * Called for newer versions only, or again for one with which it failed.
     *
     * @param before what was known until now, also where that was an end; null where nothing was, and where a dead letter
     *     is replayed
     * @param after the new state, {@code ended()} where it is the end
     */
    void changed(@Nullable S before, S after);
}
