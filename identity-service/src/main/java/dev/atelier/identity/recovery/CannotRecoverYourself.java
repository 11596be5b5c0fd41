package dev.atelier.identity.recovery;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Only other operators may recover an operator's own account. */
@ProblemType("cannot-recover-yourself")
final class CannotRecoverYourself extends Refusal {
    private static final long serialVersionUID = 1;

    CannotRecoverYourself() {
        super(RefusalReason.CONFLICT, "This is your own account. Other operators must recover it.");
    }
}
