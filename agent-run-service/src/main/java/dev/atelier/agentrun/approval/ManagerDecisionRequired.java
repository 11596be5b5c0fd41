package dev.atelier.agentrun.approval;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The agent's approval rule requires the workspace's manager. */
@ProblemType("only-the-manager-decides")
final class ManagerDecisionRequired extends Refusal {
    private static final long serialVersionUID = 1;

    ManagerDecisionRequired() {
        super(RefusalReason.FORBIDDEN, "Only the workspace's manager decides this.");
    }
}
