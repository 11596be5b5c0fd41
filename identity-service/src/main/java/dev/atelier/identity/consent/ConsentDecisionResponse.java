package dev.atelier.identity.consent;

import dev.atelier.events.ConsentPurpose;
import java.time.Instant;

/** One decision, as the person reads it. */
record ConsentDecisionResponse(
        long number,
        ConsentPurpose purpose,
        boolean given,
        long version,
        String policyVersion,
        ConsentSource source,
        Instant at) {
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
