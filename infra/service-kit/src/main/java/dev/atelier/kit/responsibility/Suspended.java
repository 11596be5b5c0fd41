package dev.atelier.kit.responsibility;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The thing acts for nobody at present, so nothing can be done with it but to take it over or to remove it. */
@ProblemType("suspended")
public final class Suspended extends Refusal {
    private static final long serialVersionUID = 1;

    public Suspended(Suspension suspension) {
        super(
                Reason.CONFLICT,
                "Nobody is responsible for this any more, so it is suspended. Its manager can take it over or remove it.",
                Map.of("suspendedReason", suspension.reason().name()));
    }
}
