package dev.atelier.workspace.project;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** A project takes in members of its own workspace. */
@ProblemType("no-fellow-member")
final class NoFellowMember extends Refusal {
    private static final long serialVersionUID = 1;

    NoFellowMember() {
        super(Reason.UNPROCESSABLE, "Only members of this workspace can be brought into its projects.");
    }
}
