package dev.atelier.workspace.workspace;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** A workspace is never without its manager. */
@ProblemType("manager-cannot-leave")
final class ManagerCannotLeave extends Refusal {
    private static final long serialVersionUID = 1;

    ManagerCannotLeave() {
        super(Reason.CONFLICT, "The manager can only leave after another member has taken over the management.");
    }
}
