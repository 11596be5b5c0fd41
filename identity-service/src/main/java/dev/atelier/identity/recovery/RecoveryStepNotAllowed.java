package dev.atelier.identity.recovery;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The case is in a state that does not allow this step. */
@ProblemType("not-in-this-state")
final class RecoveryStepNotAllowed extends Refusal {
    private static final long serialVersionUID = 1;

    RecoveryStepNotAllowed(RecoveryCase.RecoveryCaseState state) {
        super(RefusalReason.CONFLICT, "The case is not in a state that allows this.", Map.of("state", state.name()));
    }
}
