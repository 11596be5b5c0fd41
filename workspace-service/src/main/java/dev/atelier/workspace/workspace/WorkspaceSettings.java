package dev.atelier.workspace.workspace;

import dev.atelier.events.AgentCreation;
import dev.atelier.events.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The manager's settings of one workspace.
 *
 * @param from for each kind whose retention became shorter, the time before which nothing is deleted because of its age
 * @param agentCreators who may create agents besides the manager if only some may; always members
 * @param version 0 if nothing was ever set
 */
public record WorkspaceSettings(
        RetentionPeriods retention,
        Map<RetentionKind, Instant> from,
        AgentCreation agentCreation,
        Set<UserId> agentCreators,
        long version) {
    /** How long a shorter retention can be undone before it deletes anything. */
    public static final Duration GRACE = Duration.ofHours(24);

    /** The settings of a workspace whose manager has set nothing. */
    public static final WorkspaceSettings NONE =
            new WorkspaceSettings(RetentionPeriods.ALL, Map.of(), AgentCreation.EVERYONE, Set.of(), 0);

    public WorkspaceSettings {
        from = Map.copyOf(from);
        agentCreators = Set.copyOf(agentCreators);
    }

    /**
     * Returns the changed settings. A shorter retention starts a waiting time of {@link #GRACE}; a running waiting time
     * continues if the retention becomes longer.
     */
    public WorkspaceSettings change(RetentionPeriods other, AgentCreation creation, Set<UserId> creators, Instant now) {
        var waiting = new EnumMap<RetentionKind, Instant>(RetentionKind.class);
        for (var kind : RetentionKind.values()) {
            var days = other.of(kind);
            if (days == null) {
                continue;
            }
            var before = from.get(kind);
            if (isShorter(days, retention.of(kind))) {
                waiting.put(kind, now.plus(GRACE));
            } else if (before != null && before.isAfter(now)) {
                waiting.put(kind, before);
            }
        }
        return new WorkspaceSettings(other, waiting, creation, creators, version + 1);
    }

    /** Returns the settings without a person who is no longer a member. */
    public WorkspaceSettings without(UserId member) {
        if (!agentCreators.contains(member)) {
            return this;
        }
        var rest = new HashSet<>(agentCreators);
        rest.remove(member);
        return new WorkspaceSettings(retention, from, agentCreation, rest, version + 1);
    }

    /** Returns the fields that differ, by their names in the API. */
    public Set<String> changedFields(WorkspaceSettings other) {
        var fields = new TreeSet<String>();
        for (var kind : RetentionKind.values()) {
            if (!java.util.Objects.equals(retention.of(kind), other.retention.of(kind))) {
                fields.add("retentionDays." + kind.field());
            }
        }
        if (agentCreation != other.agentCreation) {
            fields.add("agentCreation");
        }
        if (!agentCreators.equals(other.agentCreators)) {
            fields.add("agentCreators");
        }
        return fields;
    }

    private static boolean isShorter(int days, @Nullable Integer before) {
        return before == null || days < before;
    }
}
