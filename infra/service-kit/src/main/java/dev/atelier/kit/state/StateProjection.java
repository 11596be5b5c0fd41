package dev.atelier.kit.state;

import dev.atelier.events.EntityState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The newest state of every key of one kind, as this service last heard of it. What has ended is not found.
 *
 * @param <S> the kind of state
 */
public interface StateProjection<S extends EntityState> {
    Optional<S> find(String key);

    /** Those of the keys that are known and have not ended, by key. */
    Map<String, S> all(Collection<String> keys);

    /**
     * All that have this value in one of their components.
     *
     * @param component the name of a component of {@code S}; where it is a collection, those that contain the value
     */
    List<S> where(String component, Object value);

    /** The keys alone of all that have these values in these components; as {@link #where}. */
    Set<String> keys(Map<String, ?> components);

    /**
     * Inside a transaction that builds on a state: writes its row, so that this transaction and a newer state cannot both
     * commit.
     *
     * @return false where the key is not known or has ended
     */
    boolean rely(String key);

    /**
     * Reads the topic from its beginning into a fresh collection and swaps it in, while the projection goes on serving.
     * Listeners hear of what was missed and of nothing else.
     *
     * @return how many keys there are
     * @throws RebuildAlreadyRunning where another rebuilding is running
     * @throws IllegalStateException where no Kafka is configured, or where it stood still for half a minute: the projection
     *     is as it was
     */
    default long rebuild() {
        return beginRebuilding().getAsLong();
    }

    /**
     * Begins a rebuilding: when this returns it is under way for all instances.
     *
     * @return what does the rest and must be called once, on any thread; see {@link #rebuild()}
     * @throws RebuildAlreadyRunning where another rebuilding is running
     */
    LongSupplier beginRebuilding();
}
