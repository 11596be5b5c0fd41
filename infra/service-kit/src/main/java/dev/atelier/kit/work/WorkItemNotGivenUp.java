package dev.atelier.kit.work;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Only what was given up is retried; everything else is tried by itself. */
@ProblemType("work-item-not-given-up")
final class WorkItemNotGivenUp extends Refusal {
    private static final long serialVersionUID = 1;

    WorkItemNotGivenUp() {
        super(RefusalReason.CONFLICT, "This item was not given up; it is tried by itself.");
    }
}
