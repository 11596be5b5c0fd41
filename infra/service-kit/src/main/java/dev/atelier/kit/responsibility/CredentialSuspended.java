package dev.atelier.kit.responsibility;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The document is suspended and can only be taken over or removed. */
@ProblemType("suspended")
public final class CredentialSuspended extends Refusal {
    private static final long serialVersionUID = 1;

    public CredentialSuspended(Suspension suspension) {
        super(
                RefusalReason.CONFLICT,
                "Nobody is responsible for this any more, so it is suspended. Its manager can take it over or remove it.",
                Map.of("suspendedReason", suspension.reason().name()));
    }
}
