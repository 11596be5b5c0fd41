package dev.atelier.identity.legal.version;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** Something was said of a version that is neither in force nor about to be. */
@ProblemType("not-the-version")
public final class LegalVersionNotCurrent extends Refusal {
    private static final long serialVersionUID = 1;

    LegalVersionNotCurrent(int newest) {
        super(
                RefusalReason.CONFLICT,
                "There is another version by now, or none yet. Read the newest one.",
                Map.of("newest", newest));
    }
}
