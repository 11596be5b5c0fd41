package dev.atelier.agentrun.agent;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The workspace has reached its maximum number of agents. */
@ProblemType("too-many-agents")
final class TooManyAgents extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyAgents(int limit) {
        super(
                RefusalReason.CONFLICT,
                "This workspace has as many agents as a workspace can have.",
                Map.of("limit", limit));
    }
}
