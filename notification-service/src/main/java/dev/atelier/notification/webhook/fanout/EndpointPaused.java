package dev.atelier.notification.webhook.fanout;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Nothing goes out to an endpoint that is paused, a test neither. */
@ProblemType("endpoint-paused")
public final class EndpointPaused extends Refusal {
    private static final long serialVersionUID = 1;

    EndpointPaused() {
        super(Reason.CONFLICT, "The endpoint is paused. Resume it first.");
    }
}
