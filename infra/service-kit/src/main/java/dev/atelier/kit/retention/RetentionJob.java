package dev.atelier.kit.retention;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.privacy.StoredRecord;
import dev.atelier.kit.work.WorkRequest;
import java.time.Instant;

/** Work item: delete what has expired in a workspace, every night. */
@StoredRecord("work_items")
record RetentionJob(WorkspaceId workspaceId) {
    static final String KIND = "retention";

    static RetentionJob of(WorkspaceId workspace) {
        return new RetentionJob(workspace);
    }

    /** Returns the id of the item: a workspace has one. */
    String id() {
        return workspaceId.toString();
    }

    WorkRequest<RetentionJob> toRequest(Instant dueAt) {
        return WorkRequest.of(KIND, workspaceId, this).withId(id()).withDueAt(dueAt);
    }
}
