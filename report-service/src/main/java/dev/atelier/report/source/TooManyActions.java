package dev.atelier.report.source;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The period holds more actions than one report may have. */
@ProblemType("too-many-actions")
public final class TooManyActions extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyActions(int limit) {
        super(
                Reason.UNPROCESSABLE,
                "The report would have more than %d actions. Choose a shorter period.".formatted(limit),
                Map.of("limit", limit));
    }
}
