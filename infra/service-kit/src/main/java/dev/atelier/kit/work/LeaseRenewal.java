package dev.atelier.kit.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Renews the lease of a claim every third of the lease while its handler works, up to the queue's longest claim. */
final class LeaseRenewal implements AutoCloseable {
    private static final int PER_LEASE = 3;

    private final WorkClaim<?> claim;
    private final Duration pause;
    private final long end;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final WorkerThread thread;

    private LeaseRenewal(WorkClaim<?> claim, WorkQueuePolicy policy) {
        this.claim = claim;
        this.pause = policy.lease().dividedBy(PER_LEASE);
        this.end = System.nanoTime() + policy.longestClaim().toNanos();
        this.thread = WorkerThread.virtual("lease-of-" + claim.id(), this::renew);
    }

    static LeaseRenewal begin(WorkClaim<?> claim, WorkQueuePolicy policy) {
        var renewal = new LeaseRenewal(claim, policy);
        renewal.thread.start();
        return renewal;
    }

    private void renew() throws InterruptedException {
        if (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS) && (System.nanoTime() > end || !claim.renew())) {
            thread.stop();
        }
    }

    @Override
    public void close() {
        thread.stop();
        closed.countDown();
    }
}
