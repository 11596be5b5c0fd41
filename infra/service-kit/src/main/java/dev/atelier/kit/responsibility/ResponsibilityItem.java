package dev.atelier.kit.responsibility;

import dev.atelier.events.SuspensionReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing for which a member is responsible.
 *
 * @param kind {@code service-account}, {@code webhook-endpoint}, {@code integration} or {@code model-connection}
 * @param suspendedAt null while it is active
 */
public record ResponsibilityItem(
        String kind,
        String id,
        String name,
        @Nullable Instant suspendedAt,
        @Nullable SuspensionReason suspendedReason) {
    public static ResponsibilityItem of(String kind, Object id, String name, @Nullable Suspension suspension) {
        return new ResponsibilityItem(
                kind,
                id.toString(),
                name,
                suspension == null ? null : suspension.at(),
                suspension == null ? null : suspension.reason());
    }
}
