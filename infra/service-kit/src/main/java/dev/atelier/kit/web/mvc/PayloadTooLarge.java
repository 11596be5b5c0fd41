package dev.atelier.kit.web.mvc;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The body is longer than the route allows. */
@ProblemType("payload-too-large")
final class PayloadTooLarge extends Refusal {
    private static final long serialVersionUID = 1;

    PayloadTooLarge(long limit) {
        super(RefusalReason.TOO_LARGE, "The body may have " + limit + " bytes at most.", Map.of("limit", limit));
    }
}
