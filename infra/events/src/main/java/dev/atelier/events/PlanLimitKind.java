package dev.atelier.events;

/** What a plan limits. */
public enum PlanLimitKind {
    /** Members and open invitations. */
    SEATS,
    /** Runs that start in a calendar month, UTC. */
    RUNS_PER_MONTH,
    /** Size of all files of actions, in bytes. */
    STORAGE_BYTES
}
