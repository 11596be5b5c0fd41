package dev.atelier.identity.contact.ratelimit;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** The hourly limit of this network address, e-mail address or account is reached. */
@ProblemType("too-many-contact-requests")
public final class TooManyContactRequests extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyContactRequests(int limit, Duration wait) {
        super(
                RefusalReason.LIMITED,
                "You have written often within an hour. Wait a while.",
                Map.of("limit", limit),
                wait);
    }
}
