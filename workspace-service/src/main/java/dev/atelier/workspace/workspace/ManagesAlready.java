package dev.atelier.workspace.workspace;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Management is offered to another member, not to the manager. */
@ProblemType("manages-already")
final class ManagesAlready extends Refusal {
    private static final long serialVersionUID = 1;

    ManagesAlready() {
        super(Reason.CONFLICT, "This member manages the workspace already.");
    }
}
