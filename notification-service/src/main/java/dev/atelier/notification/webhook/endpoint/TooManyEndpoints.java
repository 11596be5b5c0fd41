package dev.atelier.notification.webhook.endpoint;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The workspace has as many endpoints as it may have. */
@ProblemType("too-many-endpoints")
public final class TooManyEndpoints extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyEndpoints(int limit) {
        super(Reason.CONFLICT, "This workspace has as many webhook endpoints as it may have.", Map.of("limit", limit));
    }
}
