package dev.atelier.kit.access;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** A member requested something that only the manager may do. */
@ProblemType("only-the-manager")
public final class ManagerRequired extends Refusal {
    private static final long serialVersionUID = 1;

    public ManagerRequired() {
        super(RefusalReason.FORBIDDEN, "Only the manager of this workspace may do this.");
    }
}
