package dev.atelier.kit.access;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** A member asked for what the manager alone may do. */
@ProblemType("only-the-manager")
public final class OnlyTheManager extends Refusal {
    private static final long serialVersionUID = 1;

    public OnlyTheManager() {
        super(Reason.FORBIDDEN, "Only the manager of this workspace may do this.");
    }
}
