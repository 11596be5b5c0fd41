package dev.atelier.workspace.action.savedview;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** A project has as many shared views, or a person as many in it, as there may be. */
@ProblemType("too-many-views")
final class TooManySavedViews extends Refusal {
    private static final long serialVersionUID = 1;

    TooManySavedViews(int limit) {
        super(RefusalReason.CONFLICT, "There are too many views. Delete one first.", Map.of("limit", limit));
    }
}
