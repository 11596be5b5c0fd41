package dev.atelier.workspace.action;

/** How far a work item is. */
enum State {
    OPEN,
    IN_PROGRESS,
    BLOCKED,
    DONE
}
