package dev.atelier.notification.webhook.delivery;

/** How one attempt ended. */
public enum AttemptResult {
    /** The endpoint answered 2xx. */
    DELIVERED,
    /** The endpoint answered with another status. */
    REFUSED,
    /** No complete answer arrived in time. */
    TIMED_OUT,
    /** The connection could not be opened, or it broke. */
    UNREACHABLE,
    /** Webhooks must not be sent to this address. */
    FORBIDDEN_ADDRESS,
    /** The sender crashed between sending and storing the answer: the delivery may have arrived and is sent again. */
    UNCERTAIN
}
