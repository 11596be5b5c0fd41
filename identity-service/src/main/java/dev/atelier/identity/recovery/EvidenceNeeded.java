package dev.atelier.identity.recovery;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** No evidence is recorded that could be confirmed. */
@ProblemType("evidence-needed")
final class EvidenceNeeded extends Refusal {
    private static final long serialVersionUID = 1;

    EvidenceNeeded() {
        super(RefusalReason.CONFLICT, "Record first what shows that the claimant owns the account.");
    }
}
