package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The address already has an open invitation, which can be sent again. */
@ProblemType("member-already-invited")
final class MemberAlreadyInvited extends Refusal {
    private static final long serialVersionUID = 1;

    MemberAlreadyInvited(InvitationId existing) {
        super(
                RefusalReason.CONFLICT,
                "This address is invited already. Send that invitation again or revoke it.",
                Map.of("invitationId", existing));
    }
}
