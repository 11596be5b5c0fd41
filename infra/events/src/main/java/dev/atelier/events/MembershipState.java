package dev.atelier.events;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;

/** One person's place in one workspace; {@code ended} once they were removed or left. */
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

    /** What a member may do. */
    public enum WorkspaceRole {
        MEMBER,
        MANAGER,
        /** An API client: takes no seat, never manages. */
        SERVICE_ACCOUNT
    }
}
