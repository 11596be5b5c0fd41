package dev.atelier.workspace.attachment.store;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.time.Duration;
import java.util.Map;

/** Where files lie cannot be reached, or does not let us in. */
@ProblemType("store-away")
final class StoreAway extends Refusal {
    private static final long serialVersionUID = 1;
    private static final Duration AGAIN = Duration.ofSeconds(30);

    StoreAway() {
        super(
                Reason.UNAVAILABLE,
                "Files can neither be kept nor read at the moment. Try again shortly.",
                Map.of(),
                AGAIN);
    }
}
