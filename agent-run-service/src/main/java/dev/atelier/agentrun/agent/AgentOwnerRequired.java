package dev.atelier.agentrun.agent;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** An agent is changed and published by the person who made it or by the workspace's manager. */
@ProblemType("not-your-agent")
final class AgentOwnerRequired extends Refusal {
    private static final long serialVersionUID = 1;

    AgentOwnerRequired() {
        super(
                RefusalReason.FORBIDDEN,
                "Only the person who made this agent and the workspace's manager may change it.");
    }
}
