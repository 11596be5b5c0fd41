package dev.atelier.kit.access;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/** One person's present place in one workspace. */
public record MemberAccess(WorkspaceId workspaceId, UserId userId, WorkspaceRole role) {
    public boolean manager() {
        return role == WorkspaceRole.MANAGER;
    }
}
