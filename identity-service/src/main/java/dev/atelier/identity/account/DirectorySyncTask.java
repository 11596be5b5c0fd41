package dev.atelier.identity.account;

import java.time.Duration;
import java.time.Instant;
import org.springframework.data.mongodb.core.index.Indexed;

/**
 * What the directory must still be told: to shut the account where it is deactivated, to open it where it is not.
 *
 * @param revision of the account that asked for it
 * @param attempts that failed so far
 * @param due when it is tried next
 */
public record DirectorySyncTask(
        long revision, int attempts, @Indexed(sparse = true) Instant due) {

    /** Between failed attempts: 1 s, doubled each time, up to 30 s. */
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
