package dev.atelier.workspace.membership;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The person is already a member of the workspace. */
@ProblemType("already-member")
public final class AlreadyMember extends Refusal {
    private static final long serialVersionUID = 1;

    public AlreadyMember() {
        super(RefusalReason.CONFLICT, "This person is a member of this workspace already.");
    }
}
