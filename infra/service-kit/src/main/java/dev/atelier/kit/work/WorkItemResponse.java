package dev.atelier.kit.work;

import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item of a work queue as an operator sees it; never its payload.
 *
 * @param dueAt when it may be claimed; while it is claimed, the end of the lease; else when it was given up
 * @param attempts claims in a row without a part done
 * @param done of {@code total}; both 0 where its handler tells no progress
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
