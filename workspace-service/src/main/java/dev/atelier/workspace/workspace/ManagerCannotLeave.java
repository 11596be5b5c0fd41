package dev.atelier.workspace.workspace;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The manager cannot leave, because a workspace always has a manager. */
@ProblemType("manager-cannot-leave")
final class ManagerCannotLeave extends Refusal {
    private static final long serialVersionUID = 1;

    ManagerCannotLeave() {
        super(RefusalReason.CONFLICT, "The manager can only leave after another member has taken over the management.");
    }
}
