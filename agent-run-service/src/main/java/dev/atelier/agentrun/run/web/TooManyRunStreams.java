package dev.atelier.agentrun.run.web;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** The run has reached its maximum number of open streams at this instance. */
@ProblemType("too-many-streams")
final class TooManyRunStreams extends Refusal {
    private static final long serialVersionUID = 1;
    private static final Duration LATER = Duration.ofSeconds(10);

    TooManyRunStreams(int limit) {
        super(
                RefusalReason.LIMITED,
                "This run is streamed to as many clients as it may be. Close one, or read its steps.",
                Map.of("limit", limit),
                LATER);
    }
}
