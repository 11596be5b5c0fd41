package dev.atelier.kit.state.operator;

import dev.atelier.kit.state.StateProjection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds behind the operator's back. */
final class Rebuilder {
    private static final Logger log = LoggerFactory.getLogger(Rebuilder.class);

    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /**
     * Returns when it has begun.
     *
     * @throws RebuildRunning where this instance rebuilds it already; what another instance does is found out later and logged
     */
    void begin(String topic, StateProjection<?> projection) {
        if (!running.add(topic)) {
            throw new RebuildRunning();
        }
        Thread.ofVirtual().name("rebuild " + topic).start(() -> rebuild(topic, projection));
    }

    private void rebuild(String topic, StateProjection<?> projection) {
        try {
            projection.rebuild();
        } catch (RuntimeException e) {
            log.error("{} could not be rebuilt; the projection serves on as it was", topic, e);
        } finally {
            running.remove(topic);
        }
    }
}
