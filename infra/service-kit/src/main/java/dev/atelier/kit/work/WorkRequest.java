package dev.atelier.kit.work;

import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a {@link WorkQueue}.
 *
 * @param id of the item within its queue, at most 200 characters; an item that is enqueued again under its id starts anew
 * @param kind names the {@link WorkHandler}
 * @param workspaceId whose turn it takes, and with which it is deleted; null where it belongs to none
 * @param dueAt when it may begin; null for at once
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

    /** Under a fresh id, due at once. */
    public static <T extends Record> WorkRequest<T> of(String kind, @Nullable WorkspaceId workspace, T payload) {
        return new WorkRequest<>(UuidV7.next().toString(), kind, workspace, payload, null);
    }

    /** Under an id of the caller's: the same work is queued once. */
    public WorkRequest<T> once(String under) {
        return new WorkRequest<>(under, kind, workspaceId, payload, dueAt);
    }

    public WorkRequest<T> due(Instant at) {
        return new WorkRequest<>(id, kind, workspaceId, payload, at);
    }
}
