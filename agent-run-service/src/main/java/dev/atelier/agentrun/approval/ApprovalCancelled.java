package dev.atelier.agentrun.approval;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The run ended before anybody decided this approval. */
@ProblemType("approval-cancelled")
final class ApprovalCancelled extends Refusal {
    private static final long serialVersionUID = 1;

    ApprovalCancelled() {
        super(RefusalReason.CONFLICT, "The run ended before anybody decided.");
    }
}
