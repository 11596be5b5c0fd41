package dev.atelier.notification.webhook.delivery;

/** How one try ended. */
public enum AttemptResult {
    /** Answered 2xx. */
    DELIVERED,
    /** Answered with another status. */
    REFUSED,
    /** No whole answer in time. */
    TIMED_OUT,
    /** No connection, or it broke. */
    UNREACHABLE,
    /** The address is one that webhooks must not go to. */
    FORBIDDEN_ADDRESS,
    /** The sender died between sending and noting the answer: it may have arrived and is sent again. */
    UNCERTAIN
}
