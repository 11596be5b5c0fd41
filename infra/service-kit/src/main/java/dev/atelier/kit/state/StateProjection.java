package dev.atelier.kit.state;

import dev.atelier.events.State;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest state of every key of one kind, as this service last heard of it. What has ended is not found.
 *
 * @param <S> the kind of state
 */
public interface StateProjection<S extends State> {
    Optional<S> find(String key);

    /** Those of the keys that are known and have not ended, by key. */
    Map<String, S> all(Collection<String> keys);

    /**
     * All that have this value in one of their components.
     *
     * @param component the name of a component of {@code S}
     */
    List<S> where(String component, Object value);
}
