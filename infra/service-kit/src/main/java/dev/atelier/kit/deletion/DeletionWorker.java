package dev.atelier.kit.deletion;

import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.work.WorkClaim;
import dev.atelier.kit.work.WorkHandler;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the data of one target in batches, so that a large deletion neither delays others nor the stop of the process. */
final class DeletionWorker implements WorkHandler<DeletionJob> {
    private static final Logger log = LoggerFactory.getLogger(DeletionWorker.class);
    private static final int BATCH = 500;

    private final DeletionStore deletionStore;
    private final List<DataEraser> erasers;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    /** @param erasers in the order in which they run */
    DeletionWorker(
            DeletionStore deletionStore, List<DataEraser> erasers, TransactionRunner transactionRunner, Clock clock) {
        this.deletionStore = deletionStore;
        this.erasers = List.copyOf(erasers);
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DeletionJob.KIND;
    }

    @Override
    public void handle(WorkClaim<DeletionJob> claim) {
        var job = claim.item().payload();
        claim.processParts(_ -> {
            int removed = eraseBatch(job.target());
            if (removed == 0) {
                finishOrPostpone(claim, job);
                return null;
            }
            deletionStore.addRemoved(job.target(), removed);
            return "";
        });
    }

    /** Finishes the deletion when nothing is left; before the settling time has passed, checks once more after it. */
    private void finishOrPostpone(WorkClaim<DeletionJob> claim, DeletionJob job) {
        if (clock.instant().isBefore(job.settledAt())) {
            claim.postpone(job.settledAt());
            return;
        }
        transactionRunner.run(() -> {
            deletionStore.finish(job.target());
            claim.complete();
        });
        log.info(
                "Finished the deletion of {} {}",
                job.target().kind(),
                job.target().id());
    }

    private int eraseBatch(DeletionTarget target) {
        return erasers.stream()
                .mapToInt(eraser -> eraser.erase(target, BATCH))
                .filter(removed -> removed > 0)
                .findFirst()
                .orElse(0);
    }
}
