package dev.atelier.workspace.membership;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/** Ends in batches what depends on a membership that ended. Access ended with the membership itself. */
public interface MembershipEnding {
    /**
     * Ends about so many things in the running transaction; may be asked again for what it did.
     *
     * @param by the manager who removed the member, or the member who left
     * @return how many it ended; 0 where nothing is left
     */
    int end(WorkspaceId workspace, UserId member, UserId by, int limit);

    /** Whether something is left to end. */
    boolean remains(WorkspaceId workspace, UserId member);
}
