package dev.atelier.workspace.action.content;

/** How much a work item matters. */
public enum ActionPriority {
    LOW(0),
    NORMAL(1),
    HIGH(2),
    URGENT(3);

    private final int rank;

    ActionPriority(int rank) {
        this.rank = rank;
    }

    /** What is sorted by; grows with how much it matters. */
    public int rank() {
        return rank;
    }
}
