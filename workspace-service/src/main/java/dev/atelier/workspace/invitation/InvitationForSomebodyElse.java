package dev.atelier.workspace.invitation;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** The verified address of whoever accepts is the one that was invited. */
@ProblemType("invitation-for-somebody-else")
final class InvitationForSomebodyElse extends Refusal {
    private static final long serialVersionUID = 1;

    InvitationForSomebodyElse() {
        super(Reason.FORBIDDEN, "This invitation was sent to another address than the one of your account.");
    }
}
