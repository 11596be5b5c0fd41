package dev.atelier.kit.scope;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The service account was not given the scope that this takes. */
@ProblemType("missing-scope")
public final class MissingScope extends Refusal {
    private static final long serialVersionUID = 1;

    MissingScope(Scope scope) {
        super(
                Reason.FORBIDDEN,
                "This service account may not do this: it lacks the scope " + scope.text() + ".",
                Map.of("scope", scope.text()));
    }
}
