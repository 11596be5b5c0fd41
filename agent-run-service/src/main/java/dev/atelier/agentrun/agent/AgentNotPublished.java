package dev.atelier.agentrun.agent;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Only published versions run. */
@ProblemType("agent-not-published")
final class AgentNotPublished extends Refusal {
    private static final long serialVersionUID = 1;

    AgentNotPublished() {
        super(Reason.CONFLICT, "This agent has no published version yet. Publish it, then start the run.");
    }
}
