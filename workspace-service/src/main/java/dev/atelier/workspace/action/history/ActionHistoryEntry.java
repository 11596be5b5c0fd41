package dev.atelier.workspace.action.history;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of an action.
 *
 * @param version the resulting version
 * @param runId the run that acted for {@code changedBy}; null if they acted themselves
 */
public record ActionHistoryEntry(
        long version,
        Instant changedAt,
        UserId changedBy,
        @Nullable RunId runId,
        List<FieldChange> changes) {
    public ActionHistoryEntry {
        changes = List.copyOf(changes);
    }
}
