package dev.atelier.agentrun.agent;

import dev.atelier.kit.web.InvalidInput;
import java.time.Duration;

/**
 * Where a run stops.
 *
 * @param seconds of work, waiting for people not counted: 1 to 3,600
 * @param steps answers of the model and of tools: 1 to 200
 * @param tokens read and written: 1 to 10,000,000
 */
public record Limits(int seconds, int steps, int tokens) {
    public static final Limits USUAL = new Limits(300, 40, 200_000);

    public Limits {
        demand("limits.seconds", seconds, 3_600);
        demand("limits.steps", steps, 200);
        demand("limits.tokens", tokens, 10_000_000);
    }

    private static void demand(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw InvalidInput.of(field, "must be a whole number from 1 to " + most);
        }
    }

    public Duration time() {
        return Duration.ofSeconds(seconds);
    }
}
