package dev.atelier.kit.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes up a waiting lane; several calls before it wakes up count as one. */
final class WakeupSignal {
    private final Semaphore calls = new Semaphore(0);

    void signal() {
        calls.release();
    }

    /** Returns when {@link #signal} is called, after this time at the latest. */
    void await(Duration longest) throws InterruptedException {
        var ignored = calls.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        calls.drainPermits();
    }
}
