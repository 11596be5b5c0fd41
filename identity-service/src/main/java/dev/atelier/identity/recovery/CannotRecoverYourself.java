package dev.atelier.identity.recovery;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** An operator's own account is for other operators. */
@ProblemType("cannot-recover-yourself")
final class CannotRecoverYourself extends Refusal {
    private static final long serialVersionUID = 1;

    CannotRecoverYourself() {
        super(RefusalReason.CONFLICT, "This is your own account. Other operators must recover it.");
    }
}
