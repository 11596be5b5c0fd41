package dev.atelier.identity.account;

import java.time.Duration;
import java.time.Instant;
import org.springframework.data.mongodb.core.index.Indexed;

/**
 * A pending update of the directory: disable the user of a deactivated account, enable the user of an open one.
 *
 * @param revision the account's revision that requires the update
 * @param attempts failed attempts so far
 * @param due time of the next attempt
 */
public record DirectorySyncTask(
        long revision, int attempts, @Indexed(sparse = true) Instant due) {

    /** Delay after a failed attempt: 1 s, doubled each time, at most 30 s. */
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    static DirectorySyncTask of(long revision, Instant now) {
        return new DirectorySyncTask(revision, 0, now);
    }

    DirectorySyncTask failed(Instant now) {
        var delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts, 5));
        return new DirectorySyncTask(
                revision, attempts + 1, now.plus(delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay));
    }
}
