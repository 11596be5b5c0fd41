package dev.atelier.kit.access;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/**
 * The right of one person to read and work in one project.
 *
 * @param manager whether the person manages the workspace; otherwise the person is a participant of the project
 */
public record ProjectAccess(WorkspaceId workspaceId, ProjectId projectId, UserId userId, boolean manager) {}
