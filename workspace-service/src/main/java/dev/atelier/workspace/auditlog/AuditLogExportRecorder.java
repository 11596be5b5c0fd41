package dev.atelier.workspace.auditlog;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/**
 * Records that the manager exports the history. An interface, because the workspace aggregate numbers and publishes the
 * event.
 */
public interface AuditLogExportRecorder {
    /** Requires a running transaction. */
    void recordExport(WorkspaceId workspace, UserId by);
}
