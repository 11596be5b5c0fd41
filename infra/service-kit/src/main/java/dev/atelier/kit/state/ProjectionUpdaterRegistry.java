package dev.atelier.kit.state;

import dev.atelier.events.EntityState;
import dev.atelier.kit.observability.ConsumerTracer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The changes of each projected topic. */
final class ProjectionUpdaterRegistry {
    private final StateProjectionRegistry projections;
    private final Supplier<StateHandlerRegistry> listeners;
    private final RebuildStore rebuildStore;
    private final ConsumerTracer traces;
    private final Map<String, ProjectionUpdater<?>> byTopic = new ConcurrentHashMap<>();

    ProjectionUpdaterRegistry(
            StateProjectionRegistry projections,
            Supplier<StateHandlerRegistry> listeners,
            RebuildStore rebuildStore,
            ConsumerTracer traces) {
        this.projections = projections;
        this.listeners = listeners;
        this.rebuildStore = rebuildStore;
        this.traces = traces;
    }

    /**
     * Finds who listens; called once all beans are there.
     *
     * @throws IllegalStateException where a listener's kind of state is not projected
     */
    void find() {
        var found = listeners.get();
        projections.all().forEach(projection -> byTopic.put(projection.topic(), changes(projection, found)));
        found.types().stream()
                .filter(type -> projections.all().stream().noneMatch(one -> one.type() == type))
                .findFirst()
                .ifPresent(type -> {
                    throw new IllegalStateException("a StateListener hears " + type + " but nothing projects it");
                });
    }

    ProjectionUpdater<?> of(String topic) {
        var projectionUpdater = byTopic.get(topic);
        if (projectionUpdater == null) {
            throw new IllegalStateException("nothing projects " + topic);
        }
        return projectionUpdater;
    }

    boolean projected(String topic) {
        return byTopic.containsKey(topic);
    }

    private <S extends EntityState> ProjectionUpdater<S> changes(
            MongoStateProjection<S> projection, StateHandlerRegistry found) {
        return new ProjectionUpdater<>(projection, found, rebuildStore, traces);
    }
}
