package dev.atelier.workspace.auditlog;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/** Says that the manager takes a workspace's history away; whoever numbers the workspace's facts does it. */
public interface AuditLogExportRecorder {
    /** Demands a running transaction. */
    void exported(WorkspaceId workspace, UserId by);
}
