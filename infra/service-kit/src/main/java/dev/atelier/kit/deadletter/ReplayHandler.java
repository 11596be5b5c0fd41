package dev.atelier.kit.deadletter;

import java.util.function.Supplier;

/** Handles what became a dead letter once more, in this service; one for facts and one for states. */
public interface ReplayHandler {
    /** Whether letters from this topic are handled here. */
    boolean handles(String topic);

    /**
     * Gets what is needed from outside the database.
     *
     * @return the handling itself, called in the transaction that takes the letter away, and again where it is repeated; it
     *     throws what the handlers throw
     */
    Supplier<ReplayOutcome> prepare(DeadLetter letter);

    /** What came of it. */
    enum ReplayOutcome {
        /** It took effect. */
        HANDLED,
        /** A newer version of the state was applied before; there was nothing left to do. */
        SUPERSEDED,
        /** The record is not on its topic any more; a newer one took its place. */
        GONE,
        /** It failed again and stays a dead letter. */
        FAILED
    }
}
