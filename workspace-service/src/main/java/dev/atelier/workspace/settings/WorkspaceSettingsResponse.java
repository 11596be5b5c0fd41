package dev.atelier.workspace.settings;

import static java.util.Comparator.comparing;

import dev.atelier.events.AgentCreation;
import dev.atelier.events.id.UserId;
import dev.atelier.workspace.workspace.RetentionKind;
import dev.atelier.workspace.workspace.RetentionPeriods;
import dev.atelier.workspace.workspace.WorkspaceSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a workspace.
 *
 * @param deletableFrom retentions that became shorter less than 24 hours ago: until the given time nothing of that kind is
 *     deleted because of its age, and setting a longer retention undoes the change
 * @param version 0 if nothing was ever set
 */
record WorkspaceSettingsResponse(
        RetentionPeriods retentionDays,
        RetentionGracePeriods deletableFrom,
        AgentCreation agentCreation,
        List<UserId> agentCreators,
        long version) {
    static WorkspaceSettingsResponse of(WorkspaceSettings workspaceSettings, Instant now) {
        return new WorkspaceSettingsResponse(
                workspaceSettings.retention(),
                RetentionGracePeriods.of(workspaceSettings.from(), now),
                workspaceSettings.agentCreation(),
                workspaceSettings.agentCreators().stream()
                        .sorted(comparing(UserId::toString))
                        .toList(),
                workspaceSettings.version());
    }

    /** The time from which things of each kind may be deleted because of their age; null if that time has passed. */
    record RetentionGracePeriods(
            @Nullable Instant actions,
            @Nullable Instant runs,
            @Nullable Instant reports,
            @Nullable Instant logs,
            @Nullable Instant photos) {
        static RetentionGracePeriods of(Map<RetentionKind, Instant> from, Instant now) {
            return new RetentionGracePeriods(
                    later(from.get(RetentionKind.ACTIONS), now),
                    later(from.get(RetentionKind.RUNS), now),
                    later(from.get(RetentionKind.REPORTS), now),
                    later(from.get(RetentionKind.LOGS), now),
                    later(from.get(RetentionKind.PHOTOS), now));
        }

        private static @Nullable Instant later(@Nullable Instant at, Instant now) {
            return at == null || !at.isAfter(now) ? null : at;
        }
    }
}
