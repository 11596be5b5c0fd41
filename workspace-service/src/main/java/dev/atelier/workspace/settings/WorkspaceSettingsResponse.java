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
 * What holds in a workspace.
 *
 * @param waiting what was shortened less than 24 hours ago: until then nothing of that kind is deleted for its age, and
 *     setting a longer time undoes it
 * @param version from 0, where nothing was ever set
 */
record WorkspaceSettingsResponse(
        RetentionPeriods retention,
        RetentionGracePeriods waiting,
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

    /** From when things of each kind may be deleted for their age; null where that time has come. */
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
