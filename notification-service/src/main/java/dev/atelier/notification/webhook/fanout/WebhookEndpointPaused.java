package dev.atelier.notification.webhook.fanout;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Nothing is sent to a paused endpoint, not even a test event. */
@ProblemType("endpoint-paused")
public final class WebhookEndpointPaused extends Refusal {
    private static final long serialVersionUID = 1;

    WebhookEndpointPaused() {
        super(RefusalReason.CONFLICT, "The endpoint is paused. Resume it first.");
    }
}
