package dev.atelier.kit.state.web;

import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.work.WorkerThread;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds behind the operator's back. */
final class ProjectionRebuildTask {
    private static final Logger log = LoggerFactory.getLogger(ProjectionRebuildTask.class);

    private ProjectionRebuildTask() {}

    /** Returns when it is under way for all instances; refused where one is running. */
    static void begin(String topic, StateProjection<?> projection) {
        var rest = projection.beginRebuilding();
        WorkerThread.once("rebuild " + topic, () -> finish(topic, rest));
    }

    private static void finish(String topic, LongSupplier rest) {
        try {
            log.info("{} is rebuilt with {} keys", topic, rest.getAsLong());
        } catch (RuntimeException | Error e) {
            log.error("{} could not be rebuilt; the projection serves on as it was", topic, e);
        }
    }
}
