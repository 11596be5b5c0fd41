package dev.atelier.agentrun.run;

/** State of a run. */
public enum RunState {
    /** Waits for a worker. */
    QUEUED,
    /** A worker executes it. */
    RUNNING,
    /** Waits for a person's decision; has no worker and no lease. */
    WAITING,
    /** Paused until it is resumed; has no worker and no lease. */
    PAUSED,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** Returns whether the run has ended. */
    public boolean ended() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
