package dev.atelier.agentrun.engine;

import java.time.Duration;

/** Waiting before a further try; an interruption ends the work. */
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

    /** The worker is to stop; its runs go to another one. */
    static final class WorkInterrupted extends RuntimeException {
        private static final long serialVersionUID = 1;

        WorkInterrupted() {
            super("interrupted", null, false, false);
        }
    }
}
