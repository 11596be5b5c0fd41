package dev.atelier.agentrun.run;

/** Where a run stands. */
public enum RunState {
    /** Waits for a worker. */
    QUEUED,
    /** A worker carries it. */
    RUNNING,
    /** Waits for a person; no worker and no lease is held. */
    WAITING,
    /** Stands still until it is resumed; no worker and no lease is held. */
    PAUSED,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** Whether nothing can follow. */
    public boolean ended() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
