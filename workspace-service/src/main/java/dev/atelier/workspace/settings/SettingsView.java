package dev.atelier.workspace.settings;

import static java.util.Comparator.comparing;

import dev.atelier.events.AgentCreation;
import dev.atelier.events.id.UserId;
import dev.atelier.workspace.rule.Kept;
import dev.atelier.workspace.rule.Retention;
import dev.atelier.workspace.rule.Rules;
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
record SettingsView(
        Retention retention, Waiting waiting, AgentCreation agentCreation, List<UserId> agentCreators, long version) {
    static SettingsView of(Rules rules, Instant now) {
        return new SettingsView(
                rules.retention(),
                Waiting.of(rules.from(), now),
                rules.agentCreation(),
                rules.agentCreators().stream()
                        .sorted(comparing(UserId::toString))
                        .toList(),
                rules.version());
    }

    /** From when things of each kind may be deleted for their age; null where that time has come. */
    record Waiting(
            @Nullable Instant actions,
            @Nullable Instant runs,
            @Nullable Instant reports,
            @Nullable Instant logs,
            @Nullable Instant photos) {
        static Waiting of(Map<Kept, Instant> from, Instant now) {
            return new Waiting(
                    later(from.get(Kept.ACTIONS), now),
                    later(from.get(Kept.RUNS), now),
                    later(from.get(Kept.REPORTS), now),
                    later(from.get(Kept.LOGS), now),
                    later(from.get(Kept.PHOTOS), now));
        }

        private static @Nullable Instant later(@Nullable Instant at, Instant now) {
            return at == null || !at.isAfter(now) ? null : at;
        }
    }
}
