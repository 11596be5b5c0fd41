package dev.atelier.kit.state.web;

import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.work.WorkerThread;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds a projection in the background. */
final class ProjectionRebuildTask {
    private static final Logger log = LoggerFactory.getLogger(ProjectionRebuildTask.class);

    private ProjectionRebuildTask() {}

    /**
     * Returns when all instances take part in the rebuild.
     *
     * @throws dev.atelier.kit.problem.Refusal where a rebuild is running
     */
    static void begin(String topic, StateProjection<?> projection) {
        var rest = projection.beginRebuild();
        WorkerThread.runOnce("rebuild " + topic, () -> finish(topic, rest));
    }

    private static void finish(String topic, LongSupplier rest) {
        try {
            log.info("The projection of {} was rebuilt with {} keys", topic, rest.getAsLong());
        } catch (RuntimeException | Error e) {
            log.error("The projection of {} could not be rebuilt and is unchanged", topic, e);
        }
    }
}
