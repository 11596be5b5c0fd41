package dev.atelier.kit.work;

import java.time.Duration;

/**
 * Limits of one queue.
 *
 * @param attempts maximum number of claims in a row that complete no part of the item; then the item is given up; 1 to 1,000
 * @param backoff pause after a failed attempt
 * @param lease duration of a claim; renewed while the handler works, so that it only expires when the process died; 1 s to 10 min
 * @param longestClaim time after which the lease of a claim is not renewed any more, so that a handler that hangs loses its item; from
 *     the lease to 1 day
 * @param kept how long given up items are kept; 1 to 90 days
 */
public record WorkQueuePolicy(
        int attempts, RetryBackoff backoff, Duration lease, Duration longestClaim, Duration kept) {
    /** 8 attempts, pauses from 1 s to 1 min, a lease of 30 s, claims of at most 1 h, given up items kept for 30 days. */
    public static final WorkQueuePolicy DEFAULT = new WorkQueuePolicy(
            8,
            new RetryBackoff(Duration.ofSeconds(1), Duration.ofMinutes(1)),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            Duration.ofDays(30));

    public WorkQueuePolicy {
        check(attempts >= 1 && attempts <= 1000, "attempts must be 1 to 1,000");
        check(within(lease, Duration.ofSeconds(1), Duration.ofMinutes(10)), "lease must be 1 s to 10 min");
        check(within(longestClaim, lease, Duration.ofDays(1)), "longestClaim must be the lease to 1 day");
        check(within(kept, Duration.ofDays(1), Duration.ofDays(90)), "kept must be 1 to 90 days");
    }

    public WorkQueuePolicy withAttempts(int most) {
        return new WorkQueuePolicy(most, backoff, lease, longestClaim, kept);
    }

    public WorkQueuePolicy withBackoff(Duration first, Duration longest) {
        return new WorkQueuePolicy(attempts, new RetryBackoff(first, longest), lease, longestClaim, kept);
    }

    public WorkQueuePolicy withLease(Duration length) {
        return new WorkQueuePolicy(attempts, backoff, length, longestClaim, kept);
    }

    public WorkQueuePolicy withLongestClaim(Duration length) {
        return new WorkQueuePolicy(attempts, backoff, lease, length, kept);
    }

    private static boolean within(Duration value, Duration from, Duration to) {
        return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
