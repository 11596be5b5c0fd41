package dev.atelier.workspace.invitation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The account is not activated; only an activated account can accept an invitation. */
@ProblemType("account-not-activated")
final class AccountNotActivated extends Refusal {
    private static final long serialVersionUID = 1;

    AccountNotActivated() {
        super(RefusalReason.FORBIDDEN, "Verify the e-mail address of your account first, then accept the invitation.");
    }
}
