package dev.atelier.workspace.invitation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** The address has received as many invitations within a day as allowed, from all workspaces together. */
@ProblemType("too-many-mails-to-address")
final class TooManyMailsToAddress extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyMailsToAddress(int limit, Duration wait) {
        super(
                RefusalReason.LIMITED,
                "This address has been sent many invitations within a day. Wait until it may be sent another one.",
                Map.of("limit", limit),
                wait);
    }
}
