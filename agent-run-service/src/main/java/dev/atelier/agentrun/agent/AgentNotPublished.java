package dev.atelier.agentrun.agent;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** A run needs a published version, and the agent has none. */
@ProblemType("agent-not-published")
final class AgentNotPublished extends Refusal {
    private static final long serialVersionUID = 1;

    AgentNotPublished() {
        super(RefusalReason.CONFLICT, "This agent has no published version yet. Publish it, then start the run.");
    }
}
