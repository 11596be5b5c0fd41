package dev.atelier.agentrun.approval;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** The agent's rule asks for the workspace's manager. */
@ProblemType("only-the-manager-decides")
final class OnlyTheManagerDecides extends Refusal {
    private static final long serialVersionUID = 1;

    OnlyTheManagerDecides() {
        super(Reason.FORBIDDEN, "Only the workspace's manager decides this.");
    }
}
