package dev.atelier.identity.deactivation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Only a recovery case can reactivate the account. */
@ProblemType("recovery-needed")
final class RecoveryNeeded extends Refusal {
    private static final long serialVersionUID = 1;

    RecoveryNeeded() {
        super(
                RefusalReason.CONFLICT,
                "Somebody else may have had this account. A recovery case that is confirmed opens it, nothing else does.");
    }
}
