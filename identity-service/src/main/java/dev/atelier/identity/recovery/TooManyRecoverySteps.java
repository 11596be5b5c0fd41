package dev.atelier.identity.recovery;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The case has the maximum number of steps. */
@ProblemType("too-many-steps")
final class TooManyRecoverySteps extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyRecoverySteps(int most) {
        super(
                RefusalReason.CONFLICT,
                "A case has at most " + most + " steps. Confirm or dismiss it.",
                Map.of("limit", most));
    }
}
