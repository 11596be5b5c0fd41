package dev.atelier.kit.work;

import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claimed item.
 *
 * @param enqueuedAt when it was enqueued last
 * @param attempts number of claims in a row that completed no part, including this one
 * @param position position that {@link WorkClaim#advance} or {@link WorkClaim#release} saved last; null at first
 */
public record WorkItem<T extends Record>(
        String id,
        String kind,
        @Nullable WorkspaceId workspaceId,
        T payload,
        Instant enqueuedAt,
        int attempts,
        @Nullable String position) {}
