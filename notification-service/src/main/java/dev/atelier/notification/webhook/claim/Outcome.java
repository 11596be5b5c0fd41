package dev.atelier.notification.webhook.claim;

import java.time.Instant;

/** What becomes of a delivery after a try. */
public sealed interface Outcome {
    /** It is there. */
    record Arrived() implements Outcome {}

    /** It is tried again then; nothing of its stream overtakes it. */
    record Again(Instant at) implements Outcome {}

    /** It waits until its endpoint is resumed, and then has all its tries again. */
    record Held() implements Outcome {}

    /** It is given up. */
    record Failed() implements Outcome {}
}
