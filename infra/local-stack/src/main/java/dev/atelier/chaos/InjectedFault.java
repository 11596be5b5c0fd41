package dev.atelier.chaos;

import dev.atelier.stack.LocalStack;
import java.time.Duration;

/**
 * Something bad that happens to one part.
 *
 * @param lasts how long it stays bad; a killed part is started again by the stack
 */
record InjectedFault(FaultKind kind, String part, Duration lasts) {
    enum FaultKind {
        /** {@code kill -9}; started again at once. */
        KILLED,
        /** Stands still with its connections open. */
        FROZEN,
        /** Killed, and away for a while. */
        AWAY,
        /** Ended in order and started again, as for a new version. */
        RESTARTED
    }

    void strike(LocalStack stack) throws InterruptedException {
        switch (kind) {
            case KILLED -> stack.kill(part);
            case FROZEN -> {
                try (var _ = stack.freeze(part)) {
                    Thread.sleep(lasts);
                }
            }
            case AWAY -> {
                try (var _ = stack.outage(part)) {
                    Thread.sleep(lasts);
                }
            }
            case RESTARTED -> stack.pause(part).close();
        }
    }

    @Override
    public String toString() {
        return switch (kind) {
            case KILLED -> part + " is killed";
            case FROZEN -> "%s stands still for %.1f s".formatted(part, lasts.toMillis() / 1e3);
            case AWAY -> "%s is killed and away for %.1f s".formatted(part, lasts.toMillis() / 1e3);
            case RESTARTED -> part + " is restarted in order";
        };
    }
}
