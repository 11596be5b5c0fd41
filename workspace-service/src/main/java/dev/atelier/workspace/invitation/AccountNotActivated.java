package dev.atelier.workspace.invitation;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Only an activated account accepts an invitation. */
@ProblemType("account-not-activated")
final class AccountNotActivated extends Refusal {
    private static final long serialVersionUID = 1;

    AccountNotActivated() {
        super(Reason.FORBIDDEN, "Verify the e-mail address of your account first, then accept the invitation.");
    }
}
