package dev.atelier.workspace.member;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Management is offered to members who can accept it. */
@ProblemType("not-an-active-member")
final class NotAnActiveMember extends Refusal {
    private static final long serialVersionUID = 1;

    NotAnActiveMember() {
        super(Reason.UNPROCESSABLE, "This person is not an active member of this workspace.");
    }
}
