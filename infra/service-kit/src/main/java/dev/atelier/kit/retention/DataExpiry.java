package dev.atelier.kit.retention;

import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;

/** One kind of things that a service keeps for workspaces, each for as long as its settings say. */
public interface DataExpiry {
    /** Its name in the settings, {@code actions}. */
    String kind();

    /**
     * Deletes about so many of those whose time ended before, the oldest first, and says so where others need to know; may
     * be asked by two instances at once.
     *
     * @return how many it deleted; 0 when none is left
     */
    int expire(WorkspaceId workspace, Instant before, int limit);

    /** How many there are whose time ended before. */
    long count(WorkspaceId workspace, Instant before);
}
