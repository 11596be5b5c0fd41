package dev.atelier.events;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as other services know it.
 *
 * @param plan null in a record that is older than plans
 * @param seats number of seats of its plan; null if they are not limited
 * @param runsPerMonth maximum number of runs that start in a calendar month, UTC; null if they are not limited
 * @param storageBytes maximum size of its files; null if it is not limited
 * @param payment null in a record that is older than plans; see {@link #suspended}
 * @param runDays how many days a run is kept after its end; null: until it is deleted
 * @param runDaysFrom no run is deleted for its age before this time; null: no such time
 * @param reportDays how many days a report is kept after it was generated; null: until it is deleted
 * @param reportDaysFrom no report is deleted for its age before this time; null: no such time
 * @param agentCreation who may create agents; null if it was never set; see {@link #mayCreateAgents}
 * @param agentCreators the selected members who may create agents, besides the manager; null if never set
 */
@CloudEventType(value = "workspace.workspace", version = 3)
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
        @Nullable Integer runDays,
        @Nullable Instant runDaysFrom,
        @Nullable Integer reportDays,
        @Nullable Instant reportDaysFrom,
        @Nullable AgentCreation agentCreation,
        @Nullable Set<UserId> agentCreators,
        boolean ended,
        long version)
        implements EntityState {
    /**
     * Creates a state without plan and settings: nothing is limited, everything is kept, every member may create
     * agents.
     */
    public WorkspaceState(
            WorkspaceId workspaceId, String name, String language, UserId manager, boolean ended, long version) {
        this(
                workspaceId,
                name,
                language,
                manager,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ended,
                version);
    }

    /** Whether a member may create agents; the manager always may. */
    public boolean mayCreateAgents(UserId member) {
        if (agentCreation == null || agentCreation == AgentCreation.EVERYONE || member.equals(manager)) {
            return true;
        }
        return agentCreation == AgentCreation.SELECTED && agentCreators != null && agentCreators.contains(member);
    }

    /** Whether nothing new may begin in the workspace. */
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
