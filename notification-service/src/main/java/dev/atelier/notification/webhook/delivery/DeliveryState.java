package dev.atelier.notification.webhook.delivery;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Not there yet: in its subject's queue, on its way, or to be tried again. */
    WAITING,
    /** The endpoint answered 2xx. */
    DELIVERED,
    /** A test event that did not arrive; it is not tried again. */
    FAILED
}
