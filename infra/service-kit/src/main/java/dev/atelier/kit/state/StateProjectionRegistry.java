package dev.atelier.kit.state;

import dev.atelier.events.EntityState;
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

/** Creates a service's projections: {@code @Bean StateProjection<UserState> users(StateProjectionRegistry p)}. */
public final class StateProjectionRegistry {
    private final MongoTemplate mongo;
    private final RebuildStore rebuildStore;
    private final Supplier<@Nullable ProjectionRebuilder> rebuilding;
    private final Map<Class<?>, MongoStateProjection<?>> projections = new ConcurrentHashMap<>();

    StateProjectionRegistry(
            MongoTemplate mongo, RebuildStore rebuildStore, Supplier<@Nullable ProjectionRebuilder> rebuilding) {
        this.mongo = mongo;
        this.rebuildStore = rebuildStore;
        this.rebuilding = rebuilding;
    }

    /** Returns the projection of one type of state; always the same instance for a type. */
    public <S extends EntityState> StateProjection<S> of(Class<S> type) {
        @SuppressWarnings("unchecked") // the map's values have their key's type
        var projection = (MongoStateProjection<S>)
                projections.computeIfAbsent(type, _ -> new MongoStateProjection<>(mongo, type, this::beginRebuild));
        return projection;
    }

    /** The status of one projection. */
    public record ProjectionStatus(String topic, long keys, boolean rebuilding) {}

    /** Returns the status of all projections, by topic. */
    public List<ProjectionStatus> statuses() {
        return projections.values().stream()
                .map(one -> new ProjectionStatus(
                        one.topic(), one.collection().count(), rebuildStore.isRunning(one.topic())))
                .sorted(Comparator.comparing(ProjectionStatus::topic))
                .toList();
    }

    /** Returns the projection of a topic; empty where this service has none. */
    public Optional<StateProjection<?>> ofTopic(String topic) {
        return projections.values().stream()
                .filter(one -> one.topic().equals(topic))
                .<StateProjection<?>>map(one -> one)
                .findFirst();
    }

    Collection<MongoStateProjection<?>> all() {
        return projections.values();
    }

    private LongSupplier beginRebuild(MongoStateProjection<?> projection) {
        var running = rebuilding.get();
        if (running == null) {
            throw new IllegalStateException("Kafka is not configured, so the projection cannot be rebuilt");
        }
        return running.begin(projection);
    }
}
