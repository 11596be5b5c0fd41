package dev.atelier.agentrun.run.queue;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** This instance has reached its maximum of concurrent starts; nothing was done. */
@ProblemType("starts-busy")
final class TooManyConcurrentStarts extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyConcurrentStarts(Duration retryAfter) {
        super(
                RefusalReason.UNAVAILABLE,
                "More runs are being started than can be started at this moment. Send this one again with the same Idempotency-Key.",
                Map.of(),
                retryAfter);
    }
}
