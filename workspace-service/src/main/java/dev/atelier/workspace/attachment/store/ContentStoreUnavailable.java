package dev.atelier.workspace.attachment.store;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** The content store cannot be reached or denies access. */
@ProblemType("store-away")
final class ContentStoreUnavailable extends Refusal {
    private static final long serialVersionUID = 1;
    private static final Duration AGAIN = Duration.ofSeconds(30);

    ContentStoreUnavailable() {
        super(
                RefusalReason.UNAVAILABLE,
                "Files can neither be kept nor read at the moment. Try again shortly.",
                Map.of(),
                AGAIN);
    }
}
