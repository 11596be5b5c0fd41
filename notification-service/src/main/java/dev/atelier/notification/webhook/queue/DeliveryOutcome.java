package dev.atelier.notification.webhook.queue;

import java.time.Instant;

/** What becomes of a delivery after a try. */
public sealed interface DeliveryOutcome {
    /** It is there. */
    record Delivered() implements DeliveryOutcome {}

    /** It is tried again then; nothing of its stream overtakes it. */
    record RetryLater(Instant at) implements DeliveryOutcome {}

    /** It waits until its endpoint is resumed, and then has all its tries again. */
    record OnHold() implements DeliveryOutcome {}

    /** It is given up. */
    record GivenUp() implements DeliveryOutcome {}
}
