package dev.atelier.workspace.integration;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** A workspace is connected with as many systems as it may be. */
@ProblemType("too-many-integrations")
final class TooManyIntegrations extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyIntegrations(int limit) {
        super(RefusalReason.CONFLICT, "There are too many integrations. Remove one first.", Map.of("limit", limit));
    }
}
