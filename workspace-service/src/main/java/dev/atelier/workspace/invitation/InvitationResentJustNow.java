package dev.atelier.workspace.invitation;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.time.Duration;
import java.util.Map;

/** The invitation was mailed again only moments ago. */
@ProblemType("invitation-resent-just-now")
final class InvitationResentJustNow extends Refusal {
    private static final long serialVersionUID = 1;

    InvitationResentJustNow(Duration wait) {
        super(Reason.LIMITED, "This invitation was sent again just now. Wait a while.", Map.of(), wait);
    }
}
