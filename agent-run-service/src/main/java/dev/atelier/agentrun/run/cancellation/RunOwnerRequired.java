package dev.atelier.agentrun.run.cancellation;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Only the person who started a run and the workspace's manager may cancel it. */
@ProblemType("not-your-run")
final class RunOwnerRequired extends Refusal {
    private static final long serialVersionUID = 1;

    RunOwnerRequired() {
        super(
                RefusalReason.FORBIDDEN,
                "Only the person who started this run and the workspace's manager may cancel it.");
    }
}
