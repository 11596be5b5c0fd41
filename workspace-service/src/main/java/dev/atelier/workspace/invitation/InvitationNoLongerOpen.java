package dev.atelier.workspace.invitation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The link is valid, but nobody can accept its invitation any more. */
@ProblemType("invitation-no-longer-open")
final class InvitationNoLongerOpen extends Refusal {
    private static final long serialVersionUID = 1;

    InvitationNoLongerOpen() {
        super(
                RefusalReason.GONE,
                "This invitation was accepted, taken back, sent again or has run out. Ask for a new one.");
    }
}
