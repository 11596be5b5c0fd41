package dev.atelier.load;

import java.time.Duration;

/**
 * How much happens.
 *
 * @param pause the longest between two doings of one person
 * @param runsPerCent how many of a hundred doings start a run
 * @param mailEvery one in so many runs is reported by mail
 * @param seed of what people choose to do
 */
public record LoadProfile(Duration pause, int runsPerCent, int mailEvery, long seed) {
    /** About eight doings a second and person, one in twenty a run. */
    public static LoadProfile usual(long seed) {
        return new LoadProfile(Duration.ofMillis(200), 5, 4, seed);
    }
}
