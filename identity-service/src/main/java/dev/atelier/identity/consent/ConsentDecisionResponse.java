package dev.atelier.identity.consent;

import dev.atelier.events.ConsentPurpose;
import java.time.Instant;

/** One decision, as the person reads it. */
record ConsentDecisionResponse(
        long sequence,
        ConsentPurpose purpose,
        boolean given,
        long version,
        String policyVersion,
        ConsentSource source,
        Instant decidedAt) {
    static ConsentDecisionResponse of(ConsentDecision decision) {
        return new ConsentDecisionResponse(
                decision.number(),
                decision.purpose(),
                decision.given(),
                decision.version(),
                decision.policyVersion(),
                decision.source(),
                decision.at());
    }
}
