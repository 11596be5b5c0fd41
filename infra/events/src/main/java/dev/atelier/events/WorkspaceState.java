package dev.atelier.events;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as other services know it.
 *
 * @param plan null in a record that is older than plans
 * @param seats of its plan; null where they are not limited
 * @param runsPerMonth how many runs may start in a calendar month, UTC; null where they are not limited
 * @param storageBytes what its files may take; null where it is not limited
 * @param payment null in a record that is older than plans; see {@link #suspended}
 */
@Type(value = "workspace.workspace", version = 2)
@Topic(value = "workspace.workspaces", source = "/workspace-service")
public record WorkspaceState(
        WorkspaceId workspaceId,
        @NotPersonal("the display name of a thing") String name,
        @NotPersonal("a language tag") String language,
        UserId manager,
        @Nullable @NotPersonal("the name of a plan") String plan,
        @Nullable Integer seats,
        @Nullable Integer runsPerMonth,
        @Nullable Long storageBytes,
        @Nullable PaymentState payment,
        boolean ended,
        long version)
        implements State {
    /** One without a plan: nothing is limited. */
    public WorkspaceState(
            WorkspaceId workspaceId, String name, String language, UserId manager, boolean ended, long version) {
        this(workspaceId, name, language, manager, null, null, null, null, null, ended, version);
    }

    /** Whether nothing new may begin in it. */
    public boolean suspended() {
        return payment == PaymentState.SUSPENDED;
    }

    @Override
    public String subject() {
        return "workspaces/" + workspaceId;
    }

    @Override
    public String key() {
        return workspaceId.toString();
    }
}
