package dev.atelier.kit.deletion;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.privacy.StoredRecord;
import dev.atelier.kit.work.WorkRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work item: delete the data of a target. The item belongs to no workspace, because the items of a deleted workspace are deleted first.
 *
 * @param settledAt until then another instance may still write data below the target
 */
@StoredRecord("work_items")
record DeletionJob(
        WorkspaceId workspaceId,
        @Nullable ProjectId projectId,
        @Nullable ActionId actionId,
        Instant settledAt) {
    static final String KIND = "deletion";

    static DeletionJob of(DeletionTarget what, Instant settledAt) {
        return new DeletionJob(what.workspaceId(), what.projectId(), what.actionId(), settledAt);
    }

    DeletionTarget target() {
        return new DeletionTarget(workspaceId, projectId, actionId);
    }

    WorkRequest<DeletionJob> toRequest() {
        return WorkRequest.of(KIND, null, this).withId(target().id().toString());
    }
}
