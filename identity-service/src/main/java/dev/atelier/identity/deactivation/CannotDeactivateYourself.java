package dev.atelier.identity.deactivation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Operators cannot deactivate their own account, as they could not reactivate it. */
@ProblemType("cannot-deactivate-yourself")
final class CannotDeactivateYourself extends Refusal {
    private static final long serialVersionUID = 1;

    CannotDeactivateYourself() {
        super(RefusalReason.CONFLICT, "You cannot deactivate your own account. Ask another operator.");
    }
}
