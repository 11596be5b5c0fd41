package dev.atelier.kit.responsibility;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.WorkspaceOwned;
import org.jspecify.annotations.Nullable;

/**
 * A stored document that acts for somebody: it holds a key or a secret, or sends out what its workspace holds. Its fields
 * {@code responsible} and {@code suspension} are what {@link ResponsibilityService} asks for; a document that is older than the first reads it
 * as its {@code createdBy}.
 */
public interface ActsForMember extends WorkspaceOwned {
    /** The member whose end suspends it: whoever made it, or took it over since. */
    UserId responsible();

    /** Null while it may act. */
    @Nullable Suspension suspension();

    default boolean suspended() {
        return suspension() != null;
    }
}
