package dev.atelier.gateway.ratelimit;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** A client sends more requests than a limit allows. */
@ProblemType("too-many-requests")
final class TooManyRequests extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyRequests(String limit, Duration retryAfter) {
        super(
                RefusalReason.LIMITED,
                "Too many requests. Wait as long as Retry-After says.",
                Map.of("limit", limit),
                retryAfter);
    }
}
