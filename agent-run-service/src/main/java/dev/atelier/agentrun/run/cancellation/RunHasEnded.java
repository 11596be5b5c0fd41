package dev.atelier.agentrun.run.cancellation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** A run that has ended cannot be cancelled. */
@ProblemType("run-has-ended")
final class RunHasEnded extends Refusal {
    private static final long serialVersionUID = 1;

    RunHasEnded() {
        super(RefusalReason.CONFLICT, "This run has ended already.");
    }
}
