package dev.atelier.workspace.workspace;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.workspace.membership.Membership;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as one of its members sees it.
 *
 * @param role the reader's own
 * @param memberSince when the reader joined
 * @param managementOffer shown to the manager and to the one asked
 * @param version for {@code If-Match}; another name or language raises it
 */
record WorkspaceView(
        WorkspaceId id,
        String name,
        String language,
        UserId manager,
        Role role,
        Instant memberSince,
        @Nullable Offer managementOffer,
        Instant createdAt,
        long version) {
    static WorkspaceView of(Workspace workspace, Membership reader) {
        var offer = workspace.offer();
        var concerned = offer != null
                && (offer.to().equals(reader.userId()) || workspace.manager().equals(reader.userId()));
        return new WorkspaceView(
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

    /** The manager is whom the workspace names. */
    private static Role role(Workspace workspace, Membership reader) {
        if (workspace.manager().equals(reader.userId())) {
            return Role.MANAGER;
        }
        return reader.role() == Role.SERVICE_ACCOUNT ? Role.SERVICE_ACCOUNT : Role.MEMBER;
    }
}
