package dev.atelier.kit.access;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/** One person's present place in one workspace. */
public record Membership(WorkspaceId workspaceId, UserId userId, Role role) {
    public boolean manager() {
        return role == Role.MANAGER;
    }
}
