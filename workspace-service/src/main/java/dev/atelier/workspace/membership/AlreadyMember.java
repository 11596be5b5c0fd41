package dev.atelier.workspace.membership;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Nobody is invited twice into the same workspace. */
@ProblemType("already-member")
public final class AlreadyMember extends Refusal {
    private static final long serialVersionUID = 1;

    public AlreadyMember() {
        super(Reason.CONFLICT, "This person is a member of this workspace already.");
    }
}
