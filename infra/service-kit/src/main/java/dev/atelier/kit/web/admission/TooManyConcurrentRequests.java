package dev.atelier.kit.web.admission;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** The caller has reached the maximum of concurrent requests; the request was not started. */
@ProblemType("too-many-at-once")
public final class TooManyConcurrentRequests extends Refusal {
    private static final long serialVersionUID = 1;

    public TooManyConcurrentRequests(int limit) {
        super(
                RefusalReason.LIMITED,
                "Too many requests at the same time. Wait until some are answered.",
                Map.of("limit", limit),
                Duration.ofSeconds(1));
    }
}
