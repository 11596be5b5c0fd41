package dev.atelier.kit.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Does one kind of {@link BatchJob}. */
public interface BatchJobHandler {
    /** The kind of jobs it does. */
    String kind();

    /**
     * Does one batch in about a second, in transactions of its own. May be asked again for what it did, and by two instances at once.
     *
     * @param requestedAt when the job was queued, the last time
     * @param position what it returned for the batch before; null at the first one
     * @return where the next batch begins; null where nothing is left
     */
    @Nullable String handle(BatchJob job, Instant requestedAt, @Nullable String position);
}
