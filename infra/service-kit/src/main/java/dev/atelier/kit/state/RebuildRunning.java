package dev.atelier.kit.state;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** One at a time. */
@ProblemType("rebuild-running")
final class RebuildRunning extends Refusal {
    private static final long serialVersionUID = 1;

    RebuildRunning() {
        super(
                Reason.CONFLICT,
                "This projection is being rebuilt already. The list of projections says when it is done.");
    }
}
