package dev.atelier.notification.webhook.endpoint;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The workspace has reached its maximum number of endpoints. */
@ProblemType("too-many-endpoints")
public final class TooManyWebhookEndpoints extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyWebhookEndpoints(int limit) {
        super(
                RefusalReason.CONFLICT,
                "This workspace has as many webhook endpoints as it may have.",
                Map.of("limit", limit));
    }
}
