package dev.atelier.identity.recovery;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** An operator's own account is for other operators. */
@ProblemType("cannot-recover-yourself")
final class CannotRecoverYourself extends Refusal {
    private static final long serialVersionUID = 1;

    CannotRecoverYourself() {
        super(Reason.CONFLICT, "This is your own account. Other operators must recover it.");
    }
}
