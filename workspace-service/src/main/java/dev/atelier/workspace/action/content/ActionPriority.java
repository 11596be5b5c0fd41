package dev.atelier.workspace.action.content;

/** The priority of an action. */
public enum ActionPriority {
    LOW(0),
    NORMAL(1),
    HIGH(2),
    URGENT(3);

    private final int rank;

    ActionPriority(int rank) {
        this.rank = rank;
    }

    /** Returns the priority as a number, for sorting; higher is more urgent. */
    public int rank() {
        return rank;
    }
}
