package dev.atelier.workspace.action.history;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored change of an action.
 *
 * @param id the action and the resulting version, so there is one entry for each version
 * @param run the run that acted for {@code by}; null if they acted themselves
 */
@Document("history")
@TypeAlias("history-entry")
@CompoundIndex(name = "of-action", def = "{workspaceId: 1, actionId: 1, version: 1}")
record ActionHistoryDocument(
        @Id @NotPersonal("an id and a number") String id,
        WorkspaceId workspaceId,
        ActionId actionId,
        long version,
        Instant at,
        UserId by,
        @Nullable RunId run,
        List<FieldChange> changes)
        implements WorkspaceOwned {
    ActionHistoryDocument {
        changes = List.copyOf(changes);
    }

    static ActionHistoryDocument of(WorkspaceId workspace, ActionId action, ActionHistoryEntry entry) {
        return new ActionHistoryDocument(
                action + ":" + entry.version(),
                workspace,
                action,
                entry.version(),
                entry.changedAt(),
                entry.changedBy(),
                entry.runId(),
                entry.changes());
    }

    ActionHistoryEntry toEntry() {
        return new ActionHistoryEntry(version, at, by, run, changes);
    }
}
