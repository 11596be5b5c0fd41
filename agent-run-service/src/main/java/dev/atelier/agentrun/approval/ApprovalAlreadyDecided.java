package dev.atelier.agentrun.approval;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** Somebody was faster. */
@ProblemType("approval-already-decided")
final class ApprovalAlreadyDecided extends Refusal {
    private static final long serialVersionUID = 1;

    ApprovalAlreadyDecided(ApprovalState state) {
        super(Reason.CONFLICT, "This was decided already.", Map.of("state", state));
    }
}
