package dev.atelier.agentrun.run.journal;

import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * What a run's model calls took.
 *
 * @param costMicros millionths of the currency's unit
 * @param estimated whether some of the tokens were estimated; null, as in older lines, where none were
 */
public record RunUsage(
        long inputTokens,
        long outputTokens,
        long costMicros,
        @NotPersonal("ISO 4217") String currency,
        long millis,
        @Nullable Boolean estimated) {
    /** The currency of what costs nothing. */
    public static final String NO_PRICE = "USD";

    public static final RunUsage NOTHING = new RunUsage(0, 0, 0, NO_PRICE, 0, null);

    /** The sum, in the currency of the side that costs something, else of the one that used something. */
    public RunUsage plus(RunUsage other) {
        return new RunUsage(
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                costMicros + other.costMicros,
                other.costMicros > 0 || (costMicros == 0 && other.tokens() > 0) ? other.currency : currency,
                millis + other.millis,
                estimatedAs(partlyEstimated() || other.partlyEstimated()));
    }

    /** As it is stored. */
    public static @Nullable Boolean estimatedAs(boolean estimated) {
        return estimated ? true : null;
    }

    /** Whether some of the tokens were estimated. */
    public boolean partlyEstimated() {
        return Boolean.TRUE.equals(estimated);
    }

    public long tokens() {
        return inputTokens + outputTokens;
    }
}
