package dev.atelier.kit.access;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/**
 * One person's right to read and work in one project.
 *
 * @param manager whether they manage the workspace; if not, they take part in the project
 */
public record ProjectAccess(WorkspaceId workspaceId, ProjectId projectId, UserId userId, boolean manager) {}
