package dev.atelier.kit.retention;

import dev.atelier.kit.retention.RetentionStore.RetentionClaim;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes expired data, one workspace at a time and for two seconds at most before it releases the claim. Reads the
 * periods again before each batch, so that a longer period applies from the next batch on. Kinds are independent: one
 * that fails is retried later and does not block the others. Counts deletions in {@code atelier.retention.deleted} and
 * failures in {@code atelier.retention.failures}.
 */
final class RetentionSweeper {
    private static final Logger log = LoggerFactory.getLogger(RetentionSweeper.class);
    private static final Duration STRETCH = Duration.ofSeconds(2);
    private static final int BATCH = 20;

    private final RetentionStore retentionStore;
    private final List<DataExpiry> kinds;
    private final MeterRegistry meters;
    private final Clock clock;

    RetentionSweeper(RetentionStore retentionStore, List<DataExpiry> kinds, MeterRegistry meters, Clock clock) {
        this.retentionStore = retentionStore;
        this.kinds = List.copyOf(kinds);
        this.meters = meters;
        this.clock = clock;
    }

    /** Processes one claim; returns false where no workspace is due. */
    boolean tryOne() {
        var claim = retentionStore.claim();
        claim.ifPresent(this::stretch);
        return claim.isPresent();
    }

    private void stretch(RetentionClaim claimed) {
        long end = System.nanoTime() + STRETCH.toNanos();
        var failed = new HashSet<String>();
        var claim = claimed;
        while (System.nanoTime() < end) {
            if (batch(claim, failed) == 0) {
                end(claim, failed);
                return;
            }
            var renewed = retentionStore.renew(claim);
            if (renewed.isEmpty()) {
                return;
            }
            claim = renewed.get();
        }
        retentionStore.release(claim);
    }

    private void end(RetentionClaim claim, Set<String> failed) {
        if (failed.isEmpty()) {
            retentionStore.complete(claim);
        } else {
            retentionStore.retryLater(claim);
        }
    }

    private int batch(RetentionClaim claim, Set<String> failed) {
        return kinds.stream()
                .filter(kind -> !failed.contains(kind.kind()))
                .mapToInt(kind -> attempt(kind, claim, failed))
                .filter(deleted -> deleted > 0)
                .findFirst()
                .orElse(0);
    }

    /** A kind that fails is skipped for the rest of this claim. */
    private int attempt(DataExpiry kind, RetentionClaim claim, Set<String> failed) {
        try {
            return batch(kind, claim);
        } catch (RuntimeException | Error e) {
            failed.add(kind.kind());
            meters.counter("atelier.retention.failures", "kind", kind.kind()).increment();
            log.error("Expired {} of workspace {} could not be deleted", kind.kind(), claim.workspace(), e);
            return 0;
        }
    }

    private int batch(DataExpiry kind, RetentionClaim claim) {
        var retentionPeriod = claim.keepings().get(kind.kind());
        var border = retentionPeriod == null
                ? null
                : retentionPeriod.cutoff(clock.instant()).orElse(null);
        if (border == null) {
            return 0;
        }
        int deleted = kind.expire(claim.workspace(), border, BATCH);
        if (deleted > 0) {
            meters.counter("atelier.retention.deleted", "kind", kind.kind()).increment(deleted);
            log.info("Deleted {} expired {} of workspace {}", deleted, kind.kind(), claim.workspace());
        }
        return deleted;
    }
}
