package dev.atelier.workspace.action.history;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of one work item.
 *
 * @param version what it came to
 * @param run the run that made it for {@code by}; null where they did it themselves
 */
public record ActionHistoryEntry(
        long version, Instant at, UserId by, @Nullable RunId run, List<FieldChange> changes) {
    public ActionHistoryEntry {
        changes = List.copyOf(changes);
    }
}
