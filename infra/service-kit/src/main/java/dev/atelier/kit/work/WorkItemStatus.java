package dev.atelier.kit.work;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.privacy.StoredRecord;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Status of an item, without its payload.
 *
 * @param dueAt earliest claim; end of the lease for a claimed item; time of giving up for a given up item
 * @param attempts number of claims in a row that completed no part
 * @param done part of {@code total} that is done; both 0 if the handler reports no progress
 * @param reason why it was given up
 */
@StoredRecord("work_items")
public record WorkItemStatus(
        @NotPersonal("an id, or ids of things") String id,

        @NotPersonal("names a handler") String kind,

        @Nullable WorkspaceId workspaceId,
        WorkItemState state,
        Instant enqueuedAt,
        Instant dueAt,
        int attempts,

        @NotPersonal("an id or a number at which the next part begins") @Nullable String position,

        long done,
        long total,

        @NotPersonal("a sentence of ours, or the name of an exception") @Nullable String reason) {
    static WorkItemStatus of(Document stored) {
        var workspace = stored.get("workspaceId", UUID.class);
        return new WorkItemStatus(
                stored.getString("item"),
                stored.getString("kind"),
                workspace == null ? null : new WorkspaceId(workspace),
                WorkItemState.valueOf(stored.getString("state")),
                stored.getDate("enqueuedAt").toInstant(),
                stored.getDate("dueAt").toInstant(),
                stored.getInteger("attempts"),
                stored.getString("position"),
                stored.getLong("done"),
                stored.getLong("total"),
                stored.getString("reason"));
    }
}
