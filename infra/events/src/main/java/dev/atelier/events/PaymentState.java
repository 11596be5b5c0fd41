package dev.atelier.events;

/** How it stands with what a workspace pays. */
public enum PaymentState {
    /** Paid, or nothing is to be paid. */
    CURRENT,
    /** A payment failed; everything still works, the manager sees it. */
    PAST_DUE,
    /** Nothing new begins: nobody joins, no file is added, no run starts. What is there is read, changed, exported, deleted. */
    SUSPENDED
}
