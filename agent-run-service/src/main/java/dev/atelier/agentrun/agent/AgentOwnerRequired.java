package dev.atelier.agentrun.agent;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Only the person who created an agent and the workspace's manager may change and publish it. */
@ProblemType("not-your-agent")
final class AgentOwnerRequired extends Refusal {
    private static final long serialVersionUID = 1;

    AgentOwnerRequired() {
        super(
                RefusalReason.FORBIDDEN,
                "Only the person who made this agent and the workspace's manager may change it.");
    }
}
