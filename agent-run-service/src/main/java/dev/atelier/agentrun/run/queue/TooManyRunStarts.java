package dev.atelier.agentrun.run.queue;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** Too many starts of a person wait, or one waited too long; nothing was done. */
@ProblemType("too-many-starts")
final class TooManyRunStarts extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyRunStarts(int limit, Duration retryAfter) {
        super(
                RefusalReason.LIMITED,
                "You start more runs at once than can be started at this moment. Send this one again with the same Idempotency-Key.",
                Map.of("limit", limit),
                retryAfter);
    }
}
