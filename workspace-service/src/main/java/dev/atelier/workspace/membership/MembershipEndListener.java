package dev.atelier.workspace.membership;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/** Ends what depends on a membership that ended. Access ended with the membership itself. */
public interface MembershipEndListener {
    /** In the transaction that ends the membership: for what is one small write, whatever the member did. */
    default void ended(WorkspaceId workspace, UserId member, UserId by) {}

    /**
     * Ends about so many things in the running transaction, after the membership has ended; may be asked again for what it did.
     *
     * @param by the manager who removed the member, or the member who left
     * @return how many it ended; 0 where nothing is left
     */
    default int end(WorkspaceId workspace, UserId member, UserId by, int limit) {
        return 0;
    }

    /** Whether {@link #end} has something left to end, which must not come back with the member. */
    default boolean remains(WorkspaceId workspace, UserId member) {
        return false;
    }
}
