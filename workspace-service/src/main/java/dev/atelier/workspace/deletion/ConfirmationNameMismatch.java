package dev.atelier.workspace.deletion;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** Deleting cannot be undone: the name that was typed must be that of the thing. */
@ProblemType("name-differs")
final class ConfirmationNameMismatch extends Refusal {
    private static final long serialVersionUID = 1;

    ConfirmationNameMismatch(Map<String, Long> goesAlong) {
        super(
                RefusalReason.CONFLICT,
                "Deleting cannot be undone. Type the name exactly as it is written to delete it with everything below it.",
                Map.of("goesAlong", goesAlong));
    }
}
