package dev.atelier.workspace.action.saved;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** A project has as many shared views, or a person as many in it, as there may be. */
@ProblemType("too-many-views")
final class TooManyViews extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyViews(int limit) {
        super(Reason.CONFLICT, "There are too many views. Delete one first.", Map.of("limit", limit));
    }
}
