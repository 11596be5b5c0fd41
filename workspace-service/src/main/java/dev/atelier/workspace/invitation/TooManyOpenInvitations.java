package dev.atelier.workspace.invitation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The workspace has reached its limit of open invitations. */
@ProblemType("too-many-open-invitations")
final class TooManyOpenInvitations extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyOpenInvitations(int limit) {
        super(
                RefusalReason.CONFLICT,
                "Too many invitations of this workspace are open. Revoke some first.",
                Map.of("limit", limit));
    }
}
