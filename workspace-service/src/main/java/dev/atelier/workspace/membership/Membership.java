package dev.atelier.workspace.membership;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;

/**
 * The membership of one person in one workspace.
 *
 * @param since when they joined, the last time
 */
public record Membership(WorkspaceId workspaceId, UserId userId, WorkspaceRole role, Instant since) {}
