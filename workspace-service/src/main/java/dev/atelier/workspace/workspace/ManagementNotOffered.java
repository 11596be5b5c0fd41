package dev.atelier.workspace.workspace;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The management is not offered to this member; only the member it is offered to can accept it. */
@ProblemType("management-not-offered")
final class ManagementNotOffered extends Refusal {
    private static final long serialVersionUID = 1;

    ManagementNotOffered() {
        super(RefusalReason.CONFLICT, "The management of this workspace is not offered to you, or not any more.");
    }
}
