package dev.atelier.kit.scope;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The service account does not have the scope that the route requires. */
@ProblemType("missing-scope")
public final class MissingScope extends Refusal {
    private static final long serialVersionUID = 1;

    MissingScope(ApiScope scope) {
        super(
                RefusalReason.FORBIDDEN,
                "This service account may not do this: it lacks the scope " + scope.text() + ".",
                Map.of("scope", scope.text()));
    }
}
