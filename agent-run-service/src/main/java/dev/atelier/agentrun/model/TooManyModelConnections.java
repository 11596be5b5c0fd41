package dev.atelier.agentrun.model;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** A workspace has as many model connections as a workspace can have. */
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
