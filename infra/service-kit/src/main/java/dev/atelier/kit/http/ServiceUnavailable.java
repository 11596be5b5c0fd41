package dev.atelier.kit.http;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.time.Duration;
import java.util.Map;

/** Another service does not answer, fails, or is asked too much; asking again later makes sense. */
@ProblemType("service-unavailable")
public final class ServiceUnavailable extends Refusal {
    private static final long serialVersionUID = 1;

    public ServiceUnavailable(String service, Duration retryAfter) {
        super(
                Reason.UNAVAILABLE,
                "A part of Atelier does not answer at the moment. Try again shortly.",
                Map.of("service", service),
                retryAfter);
    }
}
