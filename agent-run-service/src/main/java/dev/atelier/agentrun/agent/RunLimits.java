package dev.atelier.agentrun.agent;

import dev.atelier.kit.problem.InvalidInput;
import java.time.Duration;

/**
 * The limits at which a run stops.
 *
 * @param seconds 1 to 3,600 seconds of work; time spent waiting for people does not count
 * @param steps 1 to 200 answers of the model and of tools
 * @param tokens 1 to 10,000,000 input and output tokens
 */
public record RunLimits(int seconds, int steps, int tokens) {
    public static final RunLimits USUAL = new RunLimits(300, 40, 200_000);
    private static final int MOST_SECONDS = 3_600;
    private static final int MOST_STEPS = 200;
    private static final int MOST_TOKENS = 10_000_000;

    public RunLimits {
        requireRange("limits.seconds", seconds, MOST_SECONDS);
        requireRange("limits.steps", steps, MOST_STEPS);
        requireRange("limits.tokens", tokens, MOST_TOKENS);
    }

    /**
     * Creates limits from unchecked numbers.
     *
     * @throws InvalidInput naming the field that is out of range
     */
    static RunLimits of(long seconds, long steps, long tokens) {
        requireRange("limits.seconds", seconds, MOST_SECONDS);
        requireRange("limits.steps", steps, MOST_STEPS);
        requireRange("limits.tokens", tokens, MOST_TOKENS);
        return new RunLimits((int) seconds, (int) steps, (int) tokens);
    }

    private static void requireRange(String field, long value, int most) {
        if (value < 1 || value > most) {
            throw InvalidInput.of(field, "must be a whole number from 1 to " + most);
        }
    }

    public Duration time() {
        return Duration.ofSeconds(seconds);
    }
}
