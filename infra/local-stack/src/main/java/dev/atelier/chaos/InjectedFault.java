package dev.atelier.chaos;

import dev.atelier.stack.LocalStack;
import java.time.Duration;

/**
 * A fault of one part.
 *
 * @param lasts how long the fault lasts; the stack restarts a killed part
 */
record InjectedFault(FaultKind kind, String part, Duration lasts) {
    enum FaultKind {
        /** Killed as by {@code kill -9}; restarted at once. */
        KILLED,
        /** Suspended with its connections open. */
        FROZEN,
        /** Killed, and down for a while. */
        AWAY,
        /** Stopped in order and restarted, as for a new version. */
        RESTARTED
    }

    void inject(LocalStack stack) throws InterruptedException {
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
            case FROZEN -> "%s is suspended for %.1f s".formatted(part, lasts.toMillis() / 1e3);
            case AWAY -> "%s is killed and down for %.1f s".formatted(part, lasts.toMillis() / 1e3);
            case RESTARTED -> part + " is restarted in order";
        };
    }
}
