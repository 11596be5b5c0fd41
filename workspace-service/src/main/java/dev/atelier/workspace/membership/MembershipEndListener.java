package dev.atelier.workspace.membership;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/** Ends what depends on an ended membership. Access ends with the membership itself. */
public interface MembershipEndListener {
    /** Called in the transaction that ends the membership; only for one small write, however much the member did. */
    default void ended(WorkspaceId workspace, UserId member, UserId by) {}

    /**
     * Ends about {@code limit} things in the running transaction, after the membership has ended. Can be called again
     * for the same work.
     *
     * @param by the manager who removed the member, or the member who left
     * @return how many it ended; 0 if nothing is left
     */
    default int end(WorkspaceId workspace, UserId member, UserId by, int limit) {
        return 0;
    }

    /**
     * Returns whether {@link #end} has something left to end. Such things must not become active again if the member
     * returns.
     */
    default boolean remains(WorkspaceId workspace, UserId member) {
        return false;
    }
}
