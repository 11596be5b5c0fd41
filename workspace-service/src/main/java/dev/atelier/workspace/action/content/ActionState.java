package dev.atelier.workspace.action.content;

/** How far a work item is. */
public enum ActionState {
    OPEN,
    IN_PROGRESS,
    BLOCKED,
    DONE
}
