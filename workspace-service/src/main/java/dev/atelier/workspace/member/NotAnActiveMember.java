package dev.atelier.workspace.member;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The management is offered to somebody who is not an active member and could not accept it. */
@ProblemType("not-an-active-member")
final class NotAnActiveMember extends Refusal {
    private static final long serialVersionUID = 1;

    NotAnActiveMember() {
        super(RefusalReason.UNPROCESSABLE, "This person is not an active member of this workspace.");
    }
}
