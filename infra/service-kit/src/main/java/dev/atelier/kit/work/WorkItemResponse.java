package dev.atelier.kit.work;

import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item of a work queue, without its payload.
 *
 * @param dueAt earliest claim; end of the lease for a claimed item; time of giving up for a given up item
 * @param attempts number of claims in a row that completed no part
 * @param done part of {@code total} that is done; both 0 if the handler reports no progress
 * @param reason why it was given up
 */
record WorkItemResponse(
        String id,
        String kind,
        @Nullable WorkspaceId workspaceId,
        WorkItemState state,
        Instant enqueuedAt,
        Instant dueAt,
        int attempts,
        long done,
        long total,
        @Nullable String reason) {
    static WorkItemResponse of(WorkItemStatus item) {
        return new WorkItemResponse(
                item.id(),
                item.kind(),
                item.workspaceId(),
                item.state(),
                item.enqueuedAt(),
                item.dueAt(),
                item.attempts(),
                item.done(),
                item.total(),
                item.reason());
    }
}
