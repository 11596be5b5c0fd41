package dev.atelier.agentrun.agent;

import dev.atelier.events.AgentCreation;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Collection;
import java.util.Map;

/** The workspace's settings do not allow this member to create agents; the details list who may. */
@ProblemType("may-not-create-agents")
final class AgentCreationNotAllowed extends Refusal {
    private static final long serialVersionUID = 1;

    AgentCreationNotAllowed(AgentCreation creation, UserId manager, Collection<UserId> creators) {
        super(
                RefusalReason.FORBIDDEN,
                "In this workspace agents are made, changed and published by its manager"
                        + (creation == AgentCreation.SELECTED ? " and the members whom the manager named." : " alone."),
                Map.of("agentCreation", creation, "managerId", manager, "agentCreators", creators));
    }
}
