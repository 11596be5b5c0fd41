package dev.atelier.report.source;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The period contains more actions than a report may have. */
@ProblemType("too-many-actions")
public final class TooManyActions extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyActions(int limit) {
        super(
                RefusalReason.UNPROCESSABLE,
                "The report would have more than %d actions. Choose a shorter period.".formatted(limit),
                Map.of("limit", limit));
    }
}
