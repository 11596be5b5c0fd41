package dev.atelier.events;

/** The payment state of a workspace. */
public enum PaymentState {
    /** Everything is paid, or nothing has to be paid. */
    CURRENT,
    /** A payment failed; everything still works, the manager sees it. */
    PAST_DUE,
    /**
     * Nothing new can begin: no member joins, no file is added, no run starts. Existing data can be read, changed,
     * exported and deleted.
     */
    SUSPENDED
}
