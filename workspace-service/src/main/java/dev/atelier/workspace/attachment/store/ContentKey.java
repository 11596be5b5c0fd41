package dev.atelier.workspace.attachment.store;

import dev.atelier.events.id.FileId;
import dev.atelier.events.id.WorkspaceId;

/** Identifies a stored content: one variant of one file of one workspace. */
public record ContentKey(WorkspaceId workspaceId, FileId file, ContentVariant variant) {}
