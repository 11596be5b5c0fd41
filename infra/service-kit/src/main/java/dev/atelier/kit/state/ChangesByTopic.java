package dev.atelier.kit.state;

import dev.atelier.events.State;
import dev.atelier.kit.observability.ReceivedTrace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The changes of each projected topic. */
final class ChangesByTopic {
    private final StateProjections projections;
    private final Supplier<Listeners> listeners;
    private final Rebuilds rebuilds;
    private final ReceivedTrace traces;
    private final Map<String, Changes<?>> byTopic = new ConcurrentHashMap<>();

    ChangesByTopic(
            StateProjections projections, Supplier<Listeners> listeners, Rebuilds rebuilds, ReceivedTrace traces) {
        this.projections = projections;
        this.listeners = listeners;
        this.rebuilds = rebuilds;
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

    Changes<?> of(String topic) {
        var changes = byTopic.get(topic);
        if (changes == null) {
            throw new IllegalStateException("nothing projects " + topic);
        }
        return changes;
    }

    boolean projected(String topic) {
        return byTopic.containsKey(topic);
    }

    private <S extends State> Changes<S> changes(StoredProjection<S> projection, Listeners found) {
        return new Changes<>(projection, found, rebuilds, traces);
    }
}
