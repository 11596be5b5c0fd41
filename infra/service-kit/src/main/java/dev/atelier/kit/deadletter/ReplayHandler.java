package dev.atelier.kit.deadletter;

import java.util.function.Supplier;

/** Handles dead letters again; there is one implementation for events and one for state messages. */
public interface ReplayHandler {
    /** Whether it handles dead letters of this topic. */
    boolean handles(String topic);

    /**
     * Loads what the handling needs from outside the database.
     *
     * @return the handling itself, which runs in the transaction that removes the dead letter and may run again when
     *     that transaction is repeated; it throws what the handlers throw
     */
    Supplier<ReplayOutcome> prepare(DeadLetter letter);

    /** The outcome of a replay. */
    enum ReplayOutcome {
        /** It took effect. */
        HANDLED,
        /** A newer version of the state was applied before; there was nothing left to do. */
        SUPERSEDED,
        /** The record is no longer on its topic: a newer one replaced it. */
        GONE,
        /** It failed again and stays a dead letter. */
        FAILED
    }
}
