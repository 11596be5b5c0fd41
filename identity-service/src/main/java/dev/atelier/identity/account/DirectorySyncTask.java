package dev.atelier.identity.account;

import dev.atelier.kit.work.RetryBackoff;
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
    private static final RetryBackoff BACKOFF = new RetryBackoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    static DirectorySyncTask of(long revision, Instant now) {
        return new DirectorySyncTask(revision, 0, now);
    }

    DirectorySyncTask failed(Instant now) {
        int failures = attempts + 1;
        return new DirectorySyncTask(revision, failures, now.plus(BACKOFF.pauseAfter(failures)));
    }
}
