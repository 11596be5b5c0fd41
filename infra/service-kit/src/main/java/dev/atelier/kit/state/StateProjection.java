package dev.atelier.kit.state;

import dev.atelier.events.EntityState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The newest known state of every entity of one type. Ended entities are not found.
 *
 * @param <S> the type of state
 */
public interface StateProjection<S extends EntityState> {
    Optional<S> find(String key);

    /** Returns the states of the keys that are known and have not ended, by key. */
    Map<String, S> all(Collection<String> keys);

    /**
     * Returns all states that have this value in a component.
     *
     * @param component the name of a component of {@code S}; a collection matches where it contains the value
     */
    List<S> where(String component, Object value);

    /** Returns only the keys of all states that have these values in these components; matches like {@link #where}. */
    Set<String> keys(Map<String, ?> components);

    /**
     * Writes the state's document in the running transaction, which depends on it, so that this transaction and a
     * newer state cannot both commit.
     *
     * @return false where the key is not known or has ended
     * @throws IllegalStateException where no transaction is running
     */
    boolean lock(String key);

    /**
     * Reads the topic from its beginning into a new collection and replaces the current one with it. The projection
     * stays available meanwhile. Handlers are called only for states that were missed.
     *
     * @return the number of keys
     * @throws RebuildAlreadyRunning where another rebuild is running
     * @throws IllegalStateException where Kafka is not configured, or where the rebuild was idle for half a
     *     minute; the projection is then unchanged
     */
    default long rebuild() {
        return beginRebuild().getAsLong();
    }

    /**
     * Starts a rebuild. When this returns, all instances take part in it.
     *
     * @return performs the rest of the rebuild; must be called once, on any thread; see {@link #rebuild()}
     * @throws RebuildAlreadyRunning where another rebuild is running
     */
    LongSupplier beginRebuild();
}
