package dev.atelier.kit.state;

import dev.atelier.events.EntityState;
import dev.atelier.kit.observability.ConsumerTracer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Stores the newer states of one projection and calls its handlers, in the running transaction. */
final class ProjectionUpdater<S extends EntityState> {
    private final MongoStateProjection<S> projection;
    private final List<EntityStateHandler<S>> listeners;
    private final RebuildStore rebuildStore;
    private final ConsumerTracer traces;

    ProjectionUpdater(
            MongoStateProjection<S> projection,
            StateHandlerRegistry stateHandlerRegistry,
            RebuildStore rebuildStore,
            ConsumerTracer traces) {
        this.projection = projection;
        this.listeners = stateHandlerRegistry.of(projection.type());
        this.rebuildStore = rebuildStore;
        this.traces = traces;
    }

    void apply(List<ConsumerRecord<String, String>> records) {
        apply(records, listeners);
    }

    /** The projection must be right even if a handler fails: a removed member must lose access in any case. */
    void applyWithoutHandlers(List<ConsumerRecord<String, String>> records) {
        apply(records, List.of());
    }

    /**
     * Applies a record again whose handlers failed. Its state is stored already, so the version alone does not make it
     * new; the handlers are called as for a new state.
     *
     * @return false where a newer version is stored or the record holds no state
     */
    boolean reapply(ConsumerRecord<String, String> record) {
        var read = new StateReader<>(projection.type()).read(record);
        if (read.isEmpty()) {
            return false;
        }
        var state = read.get();
        var stored = projection.collection().stored(List.of(state.key())).get(state.key());
        if (stored == null || stored.version() < state.version()) {
            apply(List.of(record));
            return true;
        }
        if (stored.version() > state.version()) {
            return false;
        }
        projection.collection().lock(state.key());
        traces.runInSpan(record, () -> listeners.forEach(listener -> listener.handleChange(null, state)));
        return true;
    }

    private void apply(List<ConsumerRecord<String, String>> records, List<EntityStateHandler<S>> told) {
        var states = new LinkedHashMap<ConsumerRecord<String, String>, S>();
        var reader = new StateReader<>(projection.type());
        records.forEach(record -> reader.read(record).ifPresent(state -> states.put(record, state)));
        if (states.isEmpty()) {
            return;
        }
        var changes = told.isEmpty() ? List.<StateChange<S>>of() : newer(states);
        var newest = new HashMap<String, S>();
        states.values().forEach(state -> newest.merge(state.key(), state, ProjectionUpdater::later));
        projection.collection().putNewer(newest.values());
        if (rebuildStore.isRunning(projection.topic())) {
            projection.rebuildCollection().putNewer(newest.values());
        }
        changes.forEach(change -> traces.runInSpan(
                change.record(),
                () -> told.forEach(listener -> listener.handleChange(change.before(), change.after()))));
    }

    private List<StateChange<S>> newer(Map<ConsumerRecord<String, String>, S> states) {
        var known = projection
                .collection()
                .stored(states.values().stream()
                        .map(EntityState::key)
                        .distinct()
                        .toList());
        var changes = new ArrayList<StateChange<S>>();
        states.forEach((record, state) -> {
            var before = known.get(state.key());
            if (before == null || before.version() < state.version()) {
                known.put(state.key(), state);
                changes.add(new StateChange<>(record, before, state));
            }
        });
        return changes;
    }

    private static <S extends EntityState> S later(S one, S other) {
        return other.version() > one.version() ? other : one;
    }

    private record StateChange<S extends EntityState>(
            ConsumerRecord<String, String> record, @Nullable S before, S after) {}
}
