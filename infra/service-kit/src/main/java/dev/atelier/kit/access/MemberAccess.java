package dev.atelier.kit.access;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/** The current membership of one person in one workspace. */
public record MemberAccess(WorkspaceId workspaceId, UserId userId, WorkspaceRole role) {
    public boolean manager() {
        return role == WorkspaceRole.MANAGER;
    }
}
