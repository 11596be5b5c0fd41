package dev.atelier.workspace.action.content;

/** The state of an action. */
public enum ActionState {
    OPEN,
    IN_PROGRESS,
    BLOCKED,
    DONE
}
