package dev.atelier.kit.deadletter;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** This version of the service has no handler for the topic of the dead letter. */
@ProblemType("nothing-handles-it")
final class NoHandlerForTopic extends Refusal {
    private static final long serialVersionUID = 1;

    NoHandlerForTopic() {
        super(RefusalReason.CONFLICT, "Nothing in this service handles it any more, so that it can only be dropped.");
    }
}
