package dev.atelier.kit.deletion;

import dev.atelier.kit.deletion.DeletionStore.DeletionClaim;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on deletions, on one for up to two seconds at a time, so that a large one neither delays others nor the stop of
 * the process.
 */
final class DeletionWorker {
    private static final Logger log = LoggerFactory.getLogger(DeletionWorker.class);
    private static final Duration STRETCH = Duration.ofSeconds(2);
    private static final int BATCH = 500;

    private final DeletionStore deletionStore;
    private final List<DataEraser> erasings;

    /** @param erasings in the order in which they run */
    DeletionWorker(DeletionStore deletionStore, List<DataEraser> erasings) {
        this.deletionStore = deletionStore;
        this.erasings = List.copyOf(erasings);
    }

    /** Claims a deletion and works on it; returns false where there is nothing to do. */
    boolean tryOne() {
        var claim = deletionStore.claim();
        claim.ifPresent(this::handleClaim);
        return claim.isPresent();
    }

    private void handleClaim(DeletionClaim claim) {
        long end = System.nanoTime() + STRETCH.toNanos();
        while (System.nanoTime() < end) {
            int removed = eraseBatch(claim.what());
            if (removed == 0) {
                if (deletionStore.finishOrPostpone(claim)) {
                    log.info(
                            "Finished the deletion of {} {}",
                            claim.what().kind(),
                            claim.what().id());
                }
                return;
            }
            if (!deletionStore.recordProgress(claim, removed)) {
                return;
            }
        }
        deletionStore.release(claim);
    }

    private int eraseBatch(DeletionTarget what) {
        return erasings.stream()
                .mapToInt(dataEraser -> dataEraser.erase(what, BATCH))
                .filter(removed -> removed > 0)
                .findFirst()
                .orElse(0);
    }
}
