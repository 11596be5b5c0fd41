package dev.atelier.kit.mongo;

import dev.atelier.events.id.WorkspaceId;

/** A document of one workspace. Every query for it filters by the field {@code workspaceId}. */
public interface WorkspaceOwned {
    WorkspaceId workspaceId();
}
