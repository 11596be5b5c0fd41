package dev.atelier.notification.webhook.delivery;

/** State of a delivery. */
public enum DeliveryState {
    /** Not delivered yet: it waits for its turn in its stream, is being sent, or is retried later. */
    WAITING,
    /** The endpoint answered 2xx. */
    DELIVERED,
    /** A delivery that failed for good. Only test events end so; they are not retried. */
    FAILED
}
