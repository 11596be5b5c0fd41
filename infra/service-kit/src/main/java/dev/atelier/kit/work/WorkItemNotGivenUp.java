package dev.atelier.kit.work;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Only given up items can be retried by an operator; the others are retried automatically. */
@ProblemType("work-item-not-given-up")
final class WorkItemNotGivenUp extends Refusal {
    private static final long serialVersionUID = 1;

    WorkItemNotGivenUp() {
        super(RefusalReason.CONFLICT, "This item was not given up. It is retried automatically.");
    }
}
