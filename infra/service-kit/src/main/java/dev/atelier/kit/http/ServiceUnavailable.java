package dev.atelier.kit.http;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** Another service does not respond, fails, or gets too many requests; a retry later makes sense. */
@ProblemType("service-unavailable")
public final class ServiceUnavailable extends Refusal {
    private static final long serialVersionUID = 1;

    public ServiceUnavailable(String service, Duration retryAfter) {
        super(
                RefusalReason.UNAVAILABLE,
                "A part of Atelier does not answer at the moment. Try again shortly.",
                Map.of("service", service),
                retryAfter);
    }
}
