package dev.atelier.kit.state;

import dev.atelier.events.State;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes a service's projections: {@code @Bean StateProjection<UserState> users(StateProjections p)}. */
public final class StateProjections {
    private final MongoTemplate mongo;
    private final Rebuilds rebuilds;
    private final Supplier<@Nullable Rebuilding> rebuilding;
    private final Map<Class<?>, StoredProjection<?>> projections = new ConcurrentHashMap<>();

    StateProjections(MongoTemplate mongo, Rebuilds rebuilds, Supplier<@Nullable Rebuilding> rebuilding) {
        this.mongo = mongo;
        this.rebuilds = rebuilds;
        this.rebuilding = rebuilding;
    }

    /** The projection of one kind of state; asked for twice it is the same. */
    public <S extends State> StateProjection<S> of(Class<S> type) {
        @SuppressWarnings("unchecked") // the map's values have their key's type
        var projection = (StoredProjection<S>)
                projections.computeIfAbsent(type, _ -> new StoredProjection<>(mongo, type, this::beginRebuilding));
        return projection;
    }

    /** How one projection stands. */
    public record Standing(String topic, long keys, boolean rebuilding) {}

    /** How the projections stand, by topic. */
    public List<Standing> standings() {
        return projections.values().stream()
                .map(one -> new Standing(one.topic(), one.rows().count(), rebuilds.running(one.topic())))
                .sorted(Comparator.comparing(Standing::topic))
                .toList();
    }

    /** The projection of a topic; empty where this service has none. */
    public Optional<StateProjection<?>> ofTopic(String topic) {
        return projections.values().stream()
                .filter(one -> one.topic().equals(topic))
                .<StateProjection<?>>map(one -> one)
                .findFirst();
    }

    Collection<StoredProjection<?>> all() {
        return projections.values();
    }

    private LongSupplier beginRebuilding(StoredProjection<?> projection) {
        var running = rebuilding.get();
        if (running == null) {
            throw new IllegalStateException("no Kafka is configured to rebuild from");
        }
        return running.begin(projection);
    }
}
