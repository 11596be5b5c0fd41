package dev.atelier.kit.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Handles one kind of {@link BatchJob}. */
public interface BatchJobHandler {
    /** Returns the kind of jobs that this handler handles. */
    String kind();

    /**
     * Handles one batch in about one second, in its own transactions. Must be idempotent: the same batch may be handled
     * again, and by two instances at the same time.
     *
     * @param requestedAt when the job was last queued
     * @param position what the previous batch returned; null for the first batch
     * @return where the next batch starts; null where the job is finished
     */
    @Nullable String handle(BatchJob job, Instant requestedAt, @Nullable String position);
}
