package dev.atelier.identity.legal.version;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** Something was said of a version that is neither in force nor about to be. */
@ProblemType("not-the-version")
public final class NotTheVersion extends Refusal {
    private static final long serialVersionUID = 1;

    NotTheVersion(int newest) {
        super(
                Reason.CONFLICT,
                "There is another version by now, or none yet. Read the newest one.",
                Map.of("newest", newest));
    }
}
