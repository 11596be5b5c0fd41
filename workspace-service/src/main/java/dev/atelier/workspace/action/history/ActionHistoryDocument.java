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
 * One change of one work item as it is stored.
 *
 * @param id the work item and the version it came to: there is one entry for each
 * @param run the run that made it for {@code by}; null where they did it themselves
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
                entry.at(),
                entry.by(),
                entry.run(),
                entry.changes());
    }

    ActionHistoryEntry entry() {
        return new ActionHistoryEntry(version, at, by, run, changes);
    }
}
