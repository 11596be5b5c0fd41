package dev.atelier.workspace.membership;

import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The stored membership of one person in one workspace. The document stays when the person leaves, so that its version
 * keeps growing if they return.
 *
 * @param since when they joined, the last time
 * @param version the version of the published state; only grows
 * @param relied how often something was written that is valid only during the membership; writing it makes such a write
 *     and a removal conflict
 */
@Document("memberships")
@TypeAlias("membership")
@CompoundIndex(name = "of-workspace", def = "{workspaceId: 1, userId: 1}", unique = true)
@CompoundIndex(name = "of-user", def = "{userId: 1, ended: 1, workspaceId: 1}")
record MembershipDocument(
        @Id @NotPersonal("two ids") String id,
        @Version @Nullable Long lock,
        WorkspaceId workspaceId,
        UserId userId,
        WorkspaceRole role,
        Instant since,
        boolean ended,
        long version,
        long relied)
        implements WorkspaceOwned {

    static MembershipDocument create(WorkspaceId workspace, UserId user, WorkspaceRole role, Instant now) {
        return new MembershipDocument(key(workspace, user), null, workspace, user, role, now, false, 1, 0);
    }

    static String key(WorkspaceId workspace, UserId user) {
        return workspace + ":" + user;
    }

    MembershipDocument restart(WorkspaceRole as, Instant now) {
        return new MembershipDocument(id, lock, workspaceId, userId, as, now, false, version + 1, relied);
    }

    MembershipDocument withRole(WorkspaceRole other) {
        return new MembershipDocument(id, lock, workspaceId, userId, other, since, ended, version + 1, relied);
    }

    MembershipDocument end() {
        var last = role == WorkspaceRole.MANAGER ? WorkspaceRole.MEMBER : role;
        return new MembershipDocument(id, lock, workspaceId, userId, last, since, true, version + 1, relied);
    }

    Membership toMembership() {
        return new Membership(workspaceId, userId, role, since);
    }

    MembershipState toState() {
        return new MembershipState(workspaceId, userId, role, since, ended, version);
    }
}
