package dev.atelier.kit.web.admission;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** The instance is overloaded; the request was not started. */
@ProblemType("overloaded")
public final class ServiceOverloaded extends Refusal {
    private static final long serialVersionUID = 1;

    /** A response header that tells a calling service that the instance is overloaded and has not failed. */
    public static final String HEADER = "Atelier-Overloaded";

    ServiceOverloaded(Duration again) {
        super(
                RefusalReason.UNAVAILABLE,
                "There is more to do at the moment than can be done. Nothing was begun; try again shortly.",
                Map.of(),
                again);
    }
}
