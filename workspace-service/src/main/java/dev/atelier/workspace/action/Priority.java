package dev.atelier.workspace.action;

/** How much a work item matters. */
enum Priority {
    LOW(0),
    NORMAL(1),
    HIGH(2),
    URGENT(3);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** What is sorted by; grows with how much it matters. */
    int rank() {
        return rank;
    }
}
