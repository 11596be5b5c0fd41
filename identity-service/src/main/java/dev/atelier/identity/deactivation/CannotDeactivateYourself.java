package dev.atelier.identity.deactivation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** An operator who shut their own account could not open it again. */
@ProblemType("cannot-deactivate-yourself")
final class CannotDeactivateYourself extends Refusal {
    private static final long serialVersionUID = 1;

    CannotDeactivateYourself() {
        super(RefusalReason.CONFLICT, "You cannot deactivate your own account. Ask another operator.");
    }
}
