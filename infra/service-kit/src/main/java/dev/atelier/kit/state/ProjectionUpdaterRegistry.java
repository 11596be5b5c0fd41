package dev.atelier.kit.state;

import dev.atelier.events.EntityState;
import dev.atelier.kit.observability.ConsumerTracer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The updaters of all projected topics. */
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
     * Assigns the handlers to the projections; called once when all beans exist.
     *
     * @throws IllegalStateException where a handler's type of state has no projection
     */
    void assignHandlers() {
        var found = listeners.get();
        projections.all().forEach(projection -> byTopic.put(projection.topic(), changes(projection, found)));
        found.types().stream()
                .filter(type -> projections.all().stream().noneMatch(one -> one.type() == type))
                .findFirst()
                .ifPresent(type -> {
                    throw new IllegalStateException("an EntityStateHandler handles " + type + " without a projection");
                });
    }

    ProjectionUpdater<?> of(String topic) {
        var projectionUpdater = byTopic.get(topic);
        if (projectionUpdater == null) {
            throw new IllegalStateException("no projection of " + topic);
        }
        return projectionUpdater;
    }

    boolean isProjected(String topic) {
        return byTopic.containsKey(topic);
    }

    private <S extends EntityState> ProjectionUpdater<S> changes(
            MongoStateProjection<S> projection, StateHandlerRegistry found) {
        return new ProjectionUpdater<>(projection, found, rebuildStore, traces);
    }
}
