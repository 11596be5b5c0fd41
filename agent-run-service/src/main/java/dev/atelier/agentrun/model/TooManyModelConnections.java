package dev.atelier.agentrun.model;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The workspace has reached its maximum number of model connections. */
@ProblemType("too-many-model-connections")
final class TooManyModelConnections extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyModelConnections(int limit) {
        super(
                RefusalReason.CONFLICT,
                "This workspace has as many model connections as a workspace can have.",
                Map.of("limit", limit));
    }
}
