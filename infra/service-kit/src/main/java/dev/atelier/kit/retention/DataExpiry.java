package dev.atelier.kit.retention;

import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;

/** Deletes expired data of one kind. Each workspace's settings decide how long the kind is kept. */
public interface DataExpiry {
    /** Returns the name of the kind in the settings, such as {@code actions}. */
    String kind();

    /**
     * Deletes up to about {@code limit} items that ended before a time, oldest first, and publishes events where other
     * services must know. Two instances may call it at the same time.
     *
     * @return how many it deleted; 0 when none is left
     */
    int expire(WorkspaceId workspace, Instant before, int limit);

    /** Returns how many items ended before a time. */
    long count(WorkspaceId workspace, Instant before);
}
