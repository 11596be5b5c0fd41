package dev.atelier.agentrun.engine;

import java.time.Duration;

/** Sleeps before a retry. An interrupt ends the work. */
final class RetryPause {
    private RetryPause() {}

    static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkInterrupted();
        }
    }

    /** The worker must stop; other workers claim its runs. */
    static final class WorkInterrupted extends RuntimeException {
        private static final long serialVersionUID = 1;

        WorkInterrupted() {
            super("interrupted", null, false, false);
        }
    }
}
