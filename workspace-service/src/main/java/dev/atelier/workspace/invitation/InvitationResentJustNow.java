package dev.atelier.workspace.invitation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** The invitation was mailed again too recently. */
@ProblemType("invitation-resent-just-now")
final class InvitationResentJustNow extends Refusal {
    private static final long serialVersionUID = 1;

    InvitationResentJustNow(Duration wait) {
        super(RefusalReason.LIMITED, "This invitation was sent again just now. Wait a while.", Map.of(), wait);
    }
}
