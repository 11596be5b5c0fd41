package dev.atelier.workspace.invitation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The invitation was mailed again as often as the limit allows. */
@ProblemType("invitation-resent-too-often")
final class InvitationResentTooOften extends Refusal {
    private static final long serialVersionUID = 1;

    InvitationResentTooOften(int limit) {
        super(
                RefusalReason.CONFLICT,
                "This invitation was sent again as often as it may be. Revoke it and invite anew.",
                Map.of("limit", limit));
    }
}
