package dev.atelier.identity.consent;

import dev.atelier.events.ConsentPurpose;
import java.time.Instant;

/** One decision, as the person reads it. */
record HistoryEntry(
        long number,
        ConsentPurpose purpose,
        boolean given,
        long version,
        String policyVersion,
        Source source,
        Instant at) {
    static HistoryEntry of(Decision decision) {
        return new HistoryEntry(
                decision.number(),
                decision.purpose(),
                decision.given(),
                decision.version(),
                decision.policyVersion(),
                decision.source(),
                decision.at());
    }
}
