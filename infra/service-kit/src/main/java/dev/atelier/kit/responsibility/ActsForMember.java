package dev.atelier.kit.responsibility;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.WorkspaceOwned;
import org.jspecify.annotations.Nullable;

/**
 * A stored document that acts on behalf of a member: it holds a key or a secret, or sends data of its workspace to
 * others. {@link ResponsibilityService} queries its fields {@code responsible} and {@code suspension}; a document that
 * was stored before {@code responsible} existed uses {@code createdBy} instead.
 */
public interface ActsForMember extends WorkspaceOwned {
    /**
     * Returns the responsible member: whoever created the document or took it over last. It is suspended when their
     * membership or account ends.
     */
    UserId responsible();

    /** Returns null while the document may act. */
    @Nullable Suspension suspension();

    default boolean suspended() {
        return suspension() != null;
    }
}
