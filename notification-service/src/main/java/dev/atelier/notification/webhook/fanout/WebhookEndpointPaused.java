package dev.atelier.notification.webhook.fanout;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Nothing goes out to an endpoint that is paused, a test neither. */
@ProblemType("endpoint-paused")
public final class WebhookEndpointPaused extends Refusal {
    private static final long serialVersionUID = 1;

    WebhookEndpointPaused() {
        super(RefusalReason.CONFLICT, "The endpoint is paused. Resume it first.");
    }
}
