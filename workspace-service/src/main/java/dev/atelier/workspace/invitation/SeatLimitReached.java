package dev.atelier.workspace.invitation;

import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The plan of the workspace has no seat left: members and open invitations have them all. */
final class SeatLimitReached extends Refusal {
    private static final long serialVersionUID = 1;

    SeatLimitReached(int limit) {
        super(
                Reason.FORBIDDEN,
                "All seats of this workspace's plan are taken by its members and its open invitations.",
                Map.of("limit", limit));
    }
}
