package dev.atelier.identity.legal.version;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The version is neither in force nor the newest. */
@ProblemType("not-the-version")
public final class LegalVersionNotCurrent extends Refusal {
    private static final long serialVersionUID = 1;

    LegalVersionNotCurrent(int newest) {
        super(
                RefusalReason.CONFLICT,
                "There is another version by now, or none yet. Read the newest one.",
                Map.of("latestVersion", newest));
    }
}
