package dev.atelier.kit.retention;

import dev.atelier.events.WorkspaceState;
import dev.atelier.kit.state.EntityStateHandler;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores the retention settings of workspaces for the kinds that this service keeps. */
final class RetentionStateHandler implements EntityStateHandler<WorkspaceState> {
    private final RetentionStore retentionStore;
    private final Set<String> kinds;

    RetentionStateHandler(RetentionStore retentionStore, List<DataExpiry> kinds) {
        this.retentionStore = retentionStore;
        this.kinds = kinds.stream().map(DataExpiry::kind).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void handleChange(@Nullable WorkspaceState before, WorkspaceState after) {
        var keepings = new HashMap<String, RetentionPeriod>();
        if (!after.ended()) {
            add(keepings, "runs", after.runDays(), after.runDaysFrom());
            add(keepings, "reports", after.reportDays(), after.reportDaysFrom());
        }
        retentionStore.set(after.workspaceId(), keepings);
    }

    private void add(
            Map<String, RetentionPeriod> keepings, String kind, @Nullable Integer days, @Nullable Instant from) {
        if (days != null && kinds.contains(kind)) {
            keepings.put(kind, new RetentionPeriod(days, from));
        }
    }
}
