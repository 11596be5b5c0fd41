package dev.atelier.workspace.workspace;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The management is offered to the manager instead of another member. */
@ProblemType("manages-already")
final class AlreadyManager extends Refusal {
    private static final long serialVersionUID = 1;

    AlreadyManager() {
        super(RefusalReason.CONFLICT, "This member manages the workspace already.");
    }
}
