package dev.atelier.workspace.billing.stripe;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** Too many events wait for a customer that is linked with no workspace. */
@ProblemType("too-many-unplaced-events")
final class TooManyUnplacedEvents extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyUnplacedEvents() {
        super(
                RefusalReason.UNAVAILABLE,
                "No workspace is linked with this customer, and too many of its events wait. Link the customer, then send it again.",
                Map.of(),
                Duration.ofHours(1));
    }
}
