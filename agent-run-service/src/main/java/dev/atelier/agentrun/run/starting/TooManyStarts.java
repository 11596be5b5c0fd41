package dev.atelier.agentrun.run.starting;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.time.Duration;
import java.util.Map;

/** A person starts more runs at the same moment than are started in a short time; nothing was done. */
@ProblemType("too-many-starts")
final class TooManyStarts extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyStarts(int limit, Duration retryAfter) {
        super(
                Reason.LIMITED,
                "You start more runs at once than can be started at this moment. Send this one again with the same Idempotency-Key.",
                Map.of("limit", limit),
                retryAfter);
    }
}
