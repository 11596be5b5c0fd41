package dev.atelier.kit.work;

import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item as its handler sees it.
 *
 * @param enqueuedAt the last time
 * @param attempts claims in a row without a part done, this one included
 * @param position what {@link WorkClaim#advance} or {@link WorkClaim#release} stored last; null before
 */
public record WorkItem<T extends Record>(
        String id,
        String kind,
        @Nullable WorkspaceId workspaceId,
        T payload,
        Instant enqueuedAt,
        int attempts,
        @Nullable String position) {}
