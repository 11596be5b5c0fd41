package dev.atelier.events;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;

/** A user's membership in one workspace; {@code ended} after they were removed or left. */
@CloudEventType("workspace.membership")
@Topic(value = "workspace.memberships", source = "/workspace-service")
public record MembershipState(
        WorkspaceId workspaceId, UserId userId, WorkspaceRole role, Instant since, boolean ended, long version)
        implements EntityState {
    @Override
    public String subject() {
        return "memberships/" + key();
    }

    @Override
    public String key() {
        return workspaceId + ":" + userId;
    }

    /** The role of a member. */
    public enum WorkspaceRole {
        MEMBER,
        MANAGER,
        /** An API client: needs no seat and never manages. */
        SERVICE_ACCOUNT
    }
}
