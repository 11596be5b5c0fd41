package dev.atelier.agentrun.run.journal;

import dev.atelier.events.privacy.NotPersonal;

/** What a run's model calls took; cost in millionths of the currency's unit. */
public record Spent(
        long inputTokens,
        long outputTokens,
        long costMicros,
        @NotPersonal("ISO 4217") String currency,
        long millis) {
    /** The currency of what costs nothing. */
    public static final String NO_PRICE = "USD";

    public static final Spent NOTHING = new Spent(0, 0, 0, NO_PRICE, 0);

    /** The sum; an amount takes the currency of the side that has one. */
    public Spent plus(Spent other) {
        return new Spent(
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                costMicros + other.costMicros,
                other.costMicros > 0 ? other.currency : currency,
                millis + other.millis);
    }

    public long tokens() {
        return inputTokens + outputTokens;
    }
}
