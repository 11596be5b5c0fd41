package dev.atelier.workspace.attachment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.workspace.attachment.content.FileMetadata;

/** A file to be added; its content is already stored. */
record NewAttachment(
        FileId id,
        WorkspaceId workspaceId,
        ProjectId projectId,
        ActionId actionId,
        String name,
        FileMetadata content) {}
