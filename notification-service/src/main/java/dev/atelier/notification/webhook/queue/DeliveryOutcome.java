package dev.atelier.notification.webhook.queue;

import java.time.Instant;

/** What happens to a delivery after an attempt. */
public sealed interface DeliveryOutcome {
    /** It has arrived. */
    record Delivered() implements DeliveryOutcome {}

    /** It is retried at this time; no other delivery of its stream is sent before it. */
    record RetryLater(Instant at) implements DeliveryOutcome {}

    /** It waits until its endpoint is resumed, and then has all its attempts again. */
    record OnHold() implements DeliveryOutcome {}

    /** It is not retried. */
    record GivenUp() implements DeliveryOutcome {}
}
