package dev.atelier.kit.work;

/** State of a stored item. Completed and cancelled items are deleted. */
public enum WorkItemState {
    /** Due, not claimed yet. */
    WAITING,
    /** Not due yet: scheduled, postponed or waiting after a failure. */
    SCHEDULED,
    /** Claimed by a worker. */
    CLAIMED,
    /** Not attempted again unless an operator retries it. */
    GIVEN_UP
}
