package dev.atelier.kit.work;

import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Request to enqueue an item in a {@link WorkQueue}.
 *
 * @param id of the item within its queue, at most 200 characters; an item that is enqueued again with the same id starts from the beginning
 * @param kind selects the {@link WorkHandler}
 * @param workspaceId workspace that the item belongs to; its items take turns with those of other workspaces and are deleted with it; null for none
 * @param dueAt earliest start; null for now
 */
public record WorkRequest<T extends Record>(
        String id,
        String kind,
        @Nullable WorkspaceId workspaceId,
        T payload,
        @Nullable Instant dueAt) {
    private static final int LONGEST_ID = 200;

    public WorkRequest {
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("the id of a work item has 1 to 200 characters");
        }
    }

    /** Creates a request with a new id, due now. */
    public static <T extends Record> WorkRequest<T> of(String kind, @Nullable WorkspaceId workspace, T payload) {
        return new WorkRequest<>(UuidV7.next().toString(), kind, workspace, payload, null);
    }

    /** Returns the same request with the given id, so that the same work is queued only once. */
    public WorkRequest<T> once(String under) {
        return new WorkRequest<>(under, kind, workspaceId, payload, dueAt);
    }

    /** Returns the same request with an earliest start. */
    public WorkRequest<T> due(Instant at) {
        return new WorkRequest<>(id, kind, workspaceId, payload, at);
    }
}
