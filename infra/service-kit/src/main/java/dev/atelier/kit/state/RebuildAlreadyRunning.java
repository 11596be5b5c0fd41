package dev.atelier.kit.state;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Only one rebuild of a projection can run at a time. */
@ProblemType("rebuild-running")
final class RebuildAlreadyRunning extends Refusal {
    private static final long serialVersionUID = 1;

    RebuildAlreadyRunning() {
        super(
                RefusalReason.CONFLICT,
                "This projection is being rebuilt already. The list of projections says when it is done.");
    }
}
