package dev.atelier.workspace.deletion;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** Deleting cannot be undone: the name that was typed must be that of the thing. */
@ProblemType("name-differs")
final class NameDiffers extends Refusal {
    private static final long serialVersionUID = 1;

    NameDiffers(Map<String, Long> goesAlong) {
        super(
                Reason.CONFLICT,
                "Deleting cannot be undone. Type the name exactly as it is written to delete it with everything below it.",
                Map.of("goesAlong", goesAlong));
    }
}
