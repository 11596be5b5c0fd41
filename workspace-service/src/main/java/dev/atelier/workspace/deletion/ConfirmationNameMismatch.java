package dev.atelier.workspace.deletion;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The typed name is not the name of the thing. A deletion cannot be undone, so the name must match. */
@ProblemType("name-differs")
final class ConfirmationNameMismatch extends Refusal {
    private static final long serialVersionUID = 1;

    ConfirmationNameMismatch(Map<String, Long> affected) {
        super(
                RefusalReason.CONFLICT,
                "Deleting cannot be undone. Type the name exactly as it is written to delete it with everything below it.",
                Map.of("affected", affected));
    }
}
