package dev.atelier.identity.deactivation;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** An operator who shut their own account could not open it again. */
@ProblemType("cannot-deactivate-yourself")
final class CannotDeactivateYourself extends Refusal {
    private static final long serialVersionUID = 1;

    CannotDeactivateYourself() {
        super(Reason.CONFLICT, "You cannot deactivate your own account. Ask another operator.");
    }
}
