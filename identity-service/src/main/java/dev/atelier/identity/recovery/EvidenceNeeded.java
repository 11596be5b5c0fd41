package dev.atelier.identity.recovery;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Nothing was recorded yet that could be confirmed. */
@ProblemType("evidence-needed")
final class EvidenceNeeded extends Refusal {
    private static final long serialVersionUID = 1;

    EvidenceNeeded() {
        super(Reason.CONFLICT, "Record first what shows that the claimant owns the account.");
    }
}
