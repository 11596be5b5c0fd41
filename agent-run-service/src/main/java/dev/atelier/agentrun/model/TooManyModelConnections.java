package dev.atelier.agentrun.model;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** A workspace has as many model connections as a workspace can have. */
@ProblemType("too-many-model-connections")
final class TooManyModelConnections extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyModelConnections(int limit) {
        super(
                Reason.CONFLICT,
                "This workspace has as many model connections as a workspace can have.",
                Map.of("limit", limit));
    }
}
