package dev.atelier.kit.work;

import java.time.Duration;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Pause before the next attempt. It doubles with each failure, up to a maximum.
 *
 * @param first pause after the first failure, 1 ms at least
 * @param longest maximum pause, at least the first one
 */
public record RetryBackoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 62;

    public RetryBackoff {
        if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("a back-off needs 1 ms <= first <= longest");
        }
    }

    /** Returns the pause after that many failures in a row. */
    public Duration after(int failures) {
        var backOff = new ExponentialBackOff(first.toMillis(), 2);
        backOff.setMaxInterval(longest.toMillis());
        var pauses = backOff.start();
        long pause = pauses.nextBackOff();
        for (int n = 1; n < Math.min(failures, MOST_DOUBLINGS); n++) {
            pause = pauses.nextBackOff();
        }
        return Duration.ofMillis(pause);
    }
}
