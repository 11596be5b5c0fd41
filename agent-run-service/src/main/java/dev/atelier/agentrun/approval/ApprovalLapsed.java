package dev.atelier.agentrun.approval;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** There is nothing left to decide. */
@ProblemType("approval-lapsed")
final class ApprovalLapsed extends Refusal {
    private static final long serialVersionUID = 1;

    ApprovalLapsed() {
        super(Reason.CONFLICT, "The run ended before anybody decided.");
    }
}
