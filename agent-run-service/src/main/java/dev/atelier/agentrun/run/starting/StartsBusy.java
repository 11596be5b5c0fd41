package dev.atelier.agentrun.run.starting;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.time.Duration;
import java.util.Map;

/** This instance starts as many runs at once as it may; nothing was done. */
@ProblemType("starts-busy")
final class StartsBusy extends Refusal {
    private static final long serialVersionUID = 1;

    StartsBusy(Duration retryAfter) {
        super(
                Reason.UNAVAILABLE,
                "More runs are being started than can be started at this moment. Send this one again with the same Idempotency-Key.",
                Map.of(),
                retryAfter);
    }
}
