package dev.atelier.agentrun.run.stream;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.time.Duration;
import java.util.Map;

/** As many watch this run already as may. */
@ProblemType("too-many-streams")
final class TooManyStreams extends Refusal {
    private static final long serialVersionUID = 1;
    private static final Duration LATER = Duration.ofSeconds(10);

    TooManyStreams(int limit) {
        super(
                Reason.LIMITED,
                "This run is streamed to as many clients as it may be. Close one, or read its steps.",
                Map.of("limit", limit),
                LATER);
    }
}
