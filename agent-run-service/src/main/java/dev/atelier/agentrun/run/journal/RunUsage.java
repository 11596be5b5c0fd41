package dev.atelier.agentrun.run.journal;

import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * Usage and cost of a run's model requests.
 *
 * @param costMicros millionths of the currency's unit
 * @param estimated whether some of the tokens are estimated; null when none are, as in older entries
 */
public record RunUsage(
        long inputTokens,
        long outputTokens,
        long costMicros,
        @NotPersonal("ISO 4217") String currency,
        long millis,
        @Nullable Boolean estimated) {
    /** The currency of usage without cost. */
    public static final String NO_PRICE = "USD";

    public static final RunUsage NOTHING = new RunUsage(0, 0, 0, NO_PRICE, 0, null);

    /** Returns the sum. Its currency is that of the part with a cost, else that of the part with usage. */
    public RunUsage plus(RunUsage other) {
        return new RunUsage(
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                costMicros + other.costMicros,
                other.costMicros > 0 || (costMicros == 0 && other.tokens() > 0) ? other.currency : currency,
                millis + other.millis,
                estimatedAs(partlyEstimated() || other.partlyEstimated()));
    }

    /** Returns the stored value of {@code estimated}. */
    public static @Nullable Boolean estimatedAs(boolean estimated) {
        return estimated ? true : null;
    }

    /** Returns whether some of the tokens are estimated. */
    public boolean partlyEstimated() {
        return Boolean.TRUE.equals(estimated);
    }

    public long tokens() {
        return inputTokens + outputTokens;
    }
}
