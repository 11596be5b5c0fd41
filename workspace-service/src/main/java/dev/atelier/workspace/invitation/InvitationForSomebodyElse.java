package dev.atelier.workspace.invitation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The verified address of the account is not the invited one. */
@ProblemType("invitation-for-somebody-else")
final class InvitationForSomebodyElse extends Refusal {
    private static final long serialVersionUID = 1;

    InvitationForSomebodyElse() {
        super(RefusalReason.FORBIDDEN, "This invitation was sent to another address than the one of your account.");
    }
}
