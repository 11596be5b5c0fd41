package dev.atelier.kit.work;

/** How far an item is. What is complete or cancelled is not stored any more. */
public enum WorkItemState {
    /** Due; a worker takes it when its workspace's turn comes. */
    WAITING,
    /** Not due yet: asked for later, postponed, or after a failure. */
    SCHEDULED,
    /** A worker has it. */
    CLAIMED,
    /** Not tried any more, unless an operator retries it. */
    GIVEN_UP
}
