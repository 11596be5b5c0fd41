package dev.atelier.kit.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a lane that waits; many calls before it looks count as one. */
final class WakeupSignal {
    private final Semaphore calls = new Semaphore(0);

    void call() {
        calls.release();
    }

    /** Returns when called, at the latest after this time. */
    void await(Duration longest) throws InterruptedException {
        var ignored = calls.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        calls.drainPermits();
    }
}
