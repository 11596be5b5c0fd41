package dev.atelier.workspace.integration;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The workspace has reached its limit of integrations. */
@ProblemType("too-many-integrations")
final class TooManyIntegrations extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyIntegrations(int limit) {
        super(RefusalReason.CONFLICT, "There are too many integrations. Remove one first.", Map.of("limit", limit));
    }
}
