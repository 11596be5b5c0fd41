package dev.atelier.kit.responsibility;

import dev.atelier.events.SuspensionReason;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A change to all documents of a member. It is stored while more documents are left than one transaction changes; a
 * later change for the same member and workspace replaces it.
 *
 * @param workspaceId null where it affects all workspaces
 * @param reason the reason of a suspension
 * @param to the next responsible member
 */
@TypeAlias("responsibility-change")
@Document("responsibilityChanges")
record ResponsibilityChange(
        @Id @NotPersonal("ids") String id,
        ResponsibilityChangeKind kind,
        @Nullable WorkspaceId workspaceId,
        UserId member,
        @Nullable SuspensionReason reason,
        @Nullable UserId to,
        Instant at) {
    /** What happens to each document. */
    enum ResponsibilityChangeKind {
        SUSPEND,
        GIVE_BACK,
        ASSIGN
    }

    static ResponsibilityChange suspend(
            @Nullable WorkspaceId workspace, UserId member, SuspensionReason reason, Instant at) {
        return new ResponsibilityChange(
                key(workspace, member), ResponsibilityChangeKind.SUSPEND, workspace, member, reason, null, at);
    }

    static ResponsibilityChange restore(UserId member, Instant at) {
        return new ResponsibilityChange(
                key(null, member), ResponsibilityChangeKind.GIVE_BACK, null, member, null, null, at);
    }

    static ResponsibilityChange assign(WorkspaceId workspace, UserId member, UserId to, Instant at) {
        return new ResponsibilityChange(
                key(workspace, member), ResponsibilityChangeKind.ASSIGN, workspace, member, null, to, at);
    }

    /**
     * Returns a copy that is written again, so that this transaction and one that replaces the change cannot both
     * commit.
     */
    ResponsibilityChange at(Instant now) {
        return new ResponsibilityChange(id, kind, workspaceId, member, reason, to, now);
    }

    private static String key(@Nullable WorkspaceId workspace, UserId member) {
        return workspace == null ? member.toString() : workspace + ":" + member;
    }
}
