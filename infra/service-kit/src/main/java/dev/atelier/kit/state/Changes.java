package dev.atelier.kit.state;

import dev.atelier.events.State;
import dev.atelier.kit.observability.ReceivedTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Stores what is new among records of one projection and tells its listeners, inside the running transaction. */
final class Changes<S extends State> {
    private final StoredProjection<S> projection;
    private final List<StateListener<S>> listeners;
    private final Rebuilds rebuilds;
    private final ReceivedTrace traces;

    Changes(StoredProjection<S> projection, Listeners listeners, Rebuilds rebuilds, ReceivedTrace traces) {
        this.projection = projection;
        this.listeners = listeners.of(projection.type());
        this.rebuilds = rebuilds;
        this.traces = traces;
    }

    void apply(List<ConsumerRecord<String, String>> records) {
        apply(records, listeners);
    }

    /** What is known must be right even where a listener fails: a removed member is out in any case. */
    void applyWithoutListeners(List<ConsumerRecord<String, String>> records) {
        apply(records, List.of());
    }

    /**
     * Applies a record whose listeners failed: what it says is stored already, so that its own version does not count as
     * known. They are told of it as of something new.
     *
     * @return false where a newer version is stored, or where there is nothing to tell
     */
    boolean again(ConsumerRecord<String, String> record) {
        var read = new StateReader<>(projection.type()).read(record);
        if (read.isEmpty()) {
            return false;
        }
        var state = read.get();
        var stored = projection.rows().stored(List.of(state.key())).get(state.key());
        if (stored == null || stored.version() < state.version()) {
            apply(List.of(record));
            return true;
        }
        if (stored.version() > state.version()) {
            return false;
        }
        projection.rows().hold(state.key());
        traces.within(record, () -> listeners.forEach(listener -> listener.changed(null, state)));
        return true;
    }

    private void apply(List<ConsumerRecord<String, String>> records, List<StateListener<S>> told) {
        var states = new LinkedHashMap<ConsumerRecord<String, String>, S>();
        var reader = new StateReader<>(projection.type());
        records.forEach(record -> reader.read(record).ifPresent(state -> states.put(record, state)));
        if (states.isEmpty()) {
            return;
        }
        var changes = told.isEmpty() ? List.<Change<S>>of() : newer(states);
        var newest = new HashMap<String, S>();
        states.values().forEach(state -> newest.merge(state.key(), state, Changes::later));
        projection.rows().putNewer(newest.values());
        if (rebuilds.running(projection.topic())) {
            projection.fresh().putNewer(newest.values());
        }
        changes.forEach(change -> traces.within(
                change.record(), () -> told.forEach(listener -> listener.changed(change.before(), change.after()))));
    }

    private List<Change<S>> newer(Map<ConsumerRecord<String, String>, S> states) {
        var known = projection
                .rows()
                .stored(states.values().stream().map(State::key).distinct().toList());
        var changes = new ArrayList<Change<S>>();
        states.forEach((record, state) -> {
            var before = known.get(state.key());
            if (before == null || before.version() < state.version()) {
                known.put(state.key(), state);
                changes.add(new Change<>(record, before, state));
            }
        });
        return changes;
    }

    private static <S extends State> S later(S one, S other) {
        return other.version() > one.version() ? other : one;
    }

    private record Change<S extends State>(
            ConsumerRecord<String, String> record, @Nullable S before, S after) {}
}
