package dev.atelier.kit.work;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Processes batches of a job for up to two seconds, then gives other jobs their turn. */
final class BatchJobWorkHandler implements WorkHandler<BatchJob> {
    private static final Duration TURN = Duration.ofSeconds(2);

    private final BatchJobHandler batches;

    BatchJobWorkHandler(BatchJobHandler batches) {
        this.batches = batches;
    }

    @Override
    public String kind() {
        return batches.kind();
    }

    @Override
    public void handle(WorkClaim<BatchJob> claim) {
        long end = System.nanoTime() + TURN.toNanos();
        var item = claim.item();
        @Nullable String position = item.position();
        do {
            position = batches.handle(item.payload(), item.enqueuedAt(), position);
            if (position == null) {
                return;
            }
            claim.advance(position);
        } while (System.nanoTime() < end);
        claim.release(position);
    }
}
