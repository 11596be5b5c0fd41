package dev.atelier.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Polls a condition until it is true or the time-out is over. */
public final class ConditionPoller {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private ConditionPoller() {}

    public static <T> T until(String fact, Duration patience, Supplier<Optional<T>> question)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = question.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "waited %s in vain for %s".formatted(patience.toSeconds() + " s", fact));
            }
            Thread.sleep(PAUSE);
        }
    }
}
