package dev.atelier.kit.web.mvc;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The body is longer than the route takes. */
@ProblemType("payload-too-large")
final class PayloadTooLarge extends Refusal {
    private static final long serialVersionUID = 1;

    PayloadTooLarge(long limit) {
        super(Reason.TOO_LARGE, "The body may have " + limit + " bytes at most.", Map.of("limit", limit));
    }
}
