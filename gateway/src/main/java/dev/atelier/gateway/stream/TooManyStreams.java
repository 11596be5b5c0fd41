package dev.atelier.gateway.stream;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** A limit of open event streams is reached. */
@ProblemType("too-many-streams")
final class TooManyStreams extends Refusal {
    private static final long serialVersionUID = 1;
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /**
     * Names the reached limit.
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
