package dev.atelier.agentrun.run.queue;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The person has reached the maximum number of open runs; some must end first. */
@ProblemType("too-many-open-runs")
final class TooManyOpenRuns extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyOpenRuns(int limit) {
        super(
                RefusalReason.LIMITED,
                "You have " + limit + " runs that have not ended. Decide, cancel or await some of them first.",
                Map.of("limit", limit));
    }
}
