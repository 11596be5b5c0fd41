package dev.atelier.kit.retention;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.work.WorkClaim;
import dev.atelier.kit.work.WorkHandler;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what has expired in one workspace, in batches, until nothing is left, and is due again the next night. A kind whose deletion fails does not hold up the others; it is retried a quarter of an hour later.
 */
final class ExpiredDataDeleter implements WorkHandler<RetentionJob> {
    private static final Logger log = LoggerFactory.getLogger(ExpiredDataDeleter.class);
    private static final int BATCH = 20;
    private static final Duration RETRY = Duration.ofMinutes(15);

    private final RetentionStore retentionStore;
    private final List<DataExpiry> kinds;
    private final RetentionSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    ExpiredDataDeleter(
            RetentionStore retentionStore,
            List<DataExpiry> kinds,
            RetentionSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.retentionStore = retentionStore;
        this.kinds = List.copyOf(kinds);
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return RetentionJob.KIND;
    }

    @Override
    public void handle(WorkClaim<RetentionJob> claim) {
        var workspace = claim.item().payload().workspaceId();
        var failed = new HashSet<String>();
        claim.processParts(_ -> {
            var periods = retentionStore.find(workspace);
            if (periods.isEmpty()) {
                return null;
            }
            if (deleteBatch(workspace, periods, failed) == 0) {
                endUntilNext(claim, failed);
                return null;
            }
            return "";
        });
    }

    private void endUntilNext(WorkClaim<RetentionJob> claim, Set<String> failed) {
        var now = clock.instant();
        var nextNight = settings.nextAfter(now);
        if (failed.isEmpty()) {
            claim.repeatAt(nextNight);
            return;
        }
        var retry = now.plus(RETRY);
        claim.postpone(retry.isAfter(nextNight) ? nextNight : retry);
    }

    private int deleteBatch(WorkspaceId workspace, Map<String, RetentionPeriod> periods, Set<String> failed) {
        for (var kind : kinds) {
            var period = periods.get(kind.kind());
            int deleted = period == null || failed.contains(kind.kind()) ? 0 : attempt(kind, workspace, period, failed);
            if (deleted > 0) {
                return deleted;
            }
        }
        return 0;
    }

    private int attempt(DataExpiry kind, WorkspaceId workspace, RetentionPeriod period, Set<String> failed) {
        try {
            return delete(kind, workspace, period);
        } catch (RuntimeException | Error e) {
            failed.add(kind.kind());
            meters.counter("atelier.retention.failures", "kind", kind.kind()).increment();
            log.error("Expired {} of workspace {} could not be deleted", kind.kind(), workspace, e);
            return 0;
        }
    }

    private int delete(DataExpiry kind, WorkspaceId workspace, RetentionPeriod period) {
        var cutoff = period.cutoff(clock.instant());
        int deleted = cutoff.isEmpty() ? 0 : kind.expire(workspace, cutoff.get(), BATCH);
        if (deleted > 0) {
            meters.counter("atelier.retention.deleted", "kind", kind.kind()).increment(deleted);
            log.info("Deleted {} expired {} of workspace {}", deleted, kind.kind(), workspace);
        }
        return deleted;
    }
}
