package dev.atelier.identity.recovery;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The case has as many steps as one may have. */
@ProblemType("too-many-steps")
final class TooManySteps extends Refusal {
    private static final long serialVersionUID = 1;

    TooManySteps(int most) {
        super(Reason.CONFLICT, "A case has at most " + most + " steps. Confirm or dismiss it.", Map.of("limit", most));
    }
}
