package dev.atelier.kit.retention;

import dev.atelier.events.WorkspaceState;
import dev.atelier.kit.state.StateListener;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hears how long workspaces keep the kinds of things that this service holds. */
final class RetentionListener implements StateListener<WorkspaceState> {
    private final Retentions retentions;
    private final Set<String> kinds;

    RetentionListener(Retentions retentions, List<Expiring> kinds) {
        this.retentions = retentions;
        this.kinds = kinds.stream().map(Expiring::kind).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void changed(@Nullable WorkspaceState before, WorkspaceState after) {
        var keepings = new HashMap<String, Keeping>();
        if (!after.ended()) {
            add(keepings, "runs", after.runDays(), after.runDaysFrom());
            add(keepings, "reports", after.reportDays(), after.reportDaysFrom());
        }
        retentions.set(after.workspaceId(), keepings);
    }

    private void add(Map<String, Keeping> keepings, String kind, @Nullable Integer days, @Nullable Instant from) {
        if (days != null && kinds.contains(kind)) {
            keepings.put(kind, new Keeping(days, from));
        }
    }
}
