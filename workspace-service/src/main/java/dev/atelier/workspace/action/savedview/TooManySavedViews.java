package dev.atelier.workspace.action.savedview;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The project has reached its limit of shared views, or the person their limit in the project. */
@ProblemType("too-many-views")
final class TooManySavedViews extends Refusal {
    private static final long serialVersionUID = 1;

    TooManySavedViews(int limit) {
        super(RefusalReason.CONFLICT, "There are too many views. Delete one first.", Map.of("limit", limit));
    }
}
