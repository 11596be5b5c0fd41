package dev.atelier.workspace.attachment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.workspace.attachment.content.Content;

/** A file whose content is written. */
record NewFile(
        FileId id, WorkspaceId workspaceId, ProjectId projectId, ActionId actionId, String name, Content content) {}
