package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The address has an invitation already, which can be sent again. */
@ProblemType("member-already-invited")
final class MemberAlreadyInvited extends Refusal {
    private static final long serialVersionUID = 1;

    MemberAlreadyInvited(InvitationId existing) {
        super(
                Reason.CONFLICT,
                "This address is invited already. Send that invitation again or revoke it.",
                Map.of("invitationId", existing));
    }
}
