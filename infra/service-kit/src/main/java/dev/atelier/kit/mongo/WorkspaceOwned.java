package dev.atelier.kit.mongo;

import dev.atelier.events.id.WorkspaceId;

/** A document of one workspace: every query for it names the workspace, in a field {@code workspaceId}. */
public interface WorkspaceOwned {
    WorkspaceId workspaceId();
}
