package dev.atelier.workspace.membership;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/** Ends what hangs on a membership, in the transaction that ends it. */
public interface MembershipEnding {
    /** The member is out; {@code by} is the manager who removed them, or the member who left. */
    void ended(WorkspaceId workspace, UserId member, UserId by);
}
