package dev.atelier.load;

import java.time.Duration;

/**
 * The intensity of the load.
 *
 * @param pause maximum pause between two operations of one user
 * @param runsPerCent percentage of operations that start a run
 * @param mailEvery one in this many runs requests a report by mail
 * @param seed of the random choice of operations
 */
public record LoadProfile(Duration pause, int runsPerCent, int mailEvery, long seed) {
    /** About eight operations per second and user, one in twenty starts a run. */
    public static LoadProfile standard(long seed) {
        return new LoadProfile(Duration.ofMillis(200), 5, 4, seed);
    }
}
