package dev.atelier.workspace.workspace;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.workspace.membership.Membership;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as one of its members sees it.
 *
 * @param role the reader's own role
 * @param joinedAt when the reader joined
 * @param managementOffer shown to the manager and to the member it was made to
 * @param version for {@code If-Match}; a new name or language raises it
 */
record WorkspaceResponse(
        WorkspaceId id,
        String name,
        String language,
        UserId managerId,
        WorkspaceRole role,
        Instant joinedAt,
        @Nullable ManagementOffer managementOffer,
        Instant createdAt,
        long version) {
    static WorkspaceResponse of(Workspace workspace, Membership reader) {
        var offer = workspace.offer();
        var concerned = offer != null
                && (offer.userId().equals(reader.userId())
                        || workspace.manager().equals(reader.userId()));
        return new WorkspaceResponse(
                workspace.id(),
                workspace.name(),
                workspace.language(),
                workspace.manager(),
                role(workspace, reader),
                reader.since(),
                concerned ? offer : null,
                workspace.createdAt(),
                workspace.shownVersion());
    }

    /** The manager is the one that the workspace document names. */
    private static WorkspaceRole role(Workspace workspace, Membership reader) {
        if (workspace.manager().equals(reader.userId())) {
            return WorkspaceRole.MANAGER;
        }
        return reader.role() == WorkspaceRole.SERVICE_ACCOUNT ? WorkspaceRole.SERVICE_ACCOUNT : WorkspaceRole.MEMBER;
    }
}
