package dev.atelier.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * {@code atelier.inbox.events} by outcome: handled, failed (became a dead letter), unknown (skipped, because this
 * version of the service does not know the type).
 */
final class InboxMetrics {
    private static final String NAME = "atelier.inbox.events";

    private final MeterRegistry meters;

    InboxMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void handled(int many) {
        meters.counter(NAME, "outcome", "handled").increment(many);
    }

    void failed() {
        meters.counter(NAME, "outcome", "failed").increment();
    }

    void unknown() {
        meters.counter(NAME, "outcome", "unknown").increment();
    }
}
