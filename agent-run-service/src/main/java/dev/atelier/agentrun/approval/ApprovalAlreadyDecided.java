package dev.atelier.agentrun.approval;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** Another person has already decided this approval. */
@ProblemType("approval-already-decided")
final class ApprovalAlreadyDecided extends Refusal {
    private static final long serialVersionUID = 1;

    ApprovalAlreadyDecided(ApprovalState state) {
        super(RefusalReason.CONFLICT, "This was decided already.", Map.of("state", state));
    }
}
