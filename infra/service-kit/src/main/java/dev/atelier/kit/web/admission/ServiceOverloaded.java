package dev.atelier.kit.web.admission;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** An instance has as much to do as it can; the request was not begun. */
@ProblemType("overloaded")
public final class ServiceOverloaded extends Refusal {
    private static final long serialVersionUID = 1;

    /** A header of the answer, so that whoever asked for somebody else does not take it for a failure. */
    public static final String HEADER = "Atelier-Overloaded";

    ServiceOverloaded(Duration again) {
        super(
                RefusalReason.UNAVAILABLE,
                "There is more to do at the moment than can be done. Nothing was begun; try again shortly.",
                Map.of(),
                again);
    }
}
