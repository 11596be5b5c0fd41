package dev.atelier.gateway.stream;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** As many event streams are open as there may be. */
@ProblemType("too-many-streams")
final class TooManyStreams extends Refusal {
    private static final long serialVersionUID = 1;
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /**
     * Names the limit.
     *
     * @param of whose streams are counted: {@code person}, {@code api-client} or {@code instance}
     */
    TooManyStreams(String of, int limit) {
        super(
                RefusalReason.LIMITED,
                "Too many event streams are open. Close some, or wait as long as Retry-After says.",
                Map.of("of", of, "limit", limit),
                AGAIN);
    }
}
